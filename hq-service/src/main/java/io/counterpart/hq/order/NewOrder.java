package io.counterpart.hq.order;

import java.time.Instant;
import java.util.UUID;

import io.counterpart.contract.order.CustomerOrder;

/**
 * An order to be created.
 *
 * @param orderedAt when the customer placed it
 */
record NewOrder(UUID asyncCustomerId, String channel, String channelDatabase, CustomerOrder order, Instant orderedAt) {}
