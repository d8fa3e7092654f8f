package io.counterpart.hq.order;

import java.time.Instant;
import java.util.UUID;

import io.counterpart.contract.order.CustomerOrder;

/**
 * An order that is to be made.
 *
 * @param orderedAt when the person ordered
 */
public record NewOrder(
        UUID asyncCustomerId, String channel, String channelDatabase, CustomerOrder order, Instant orderedAt) {}
