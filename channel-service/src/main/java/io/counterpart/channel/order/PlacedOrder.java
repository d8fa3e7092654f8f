package io.counterpart.channel.order;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.order.CustomerOrder;

/**
 * An order that was taken in a channel.
 *
 * @param operationNumber among the operations of its customer; null: HQ made the order at once
 * @param orderNumber as HQ gave it at once
 */
record PlacedOrder(
        CustomerOrder order,
        UUID asyncCustomerId,
        String channel,
        @Nullable Integer operationNumber,
        @Nullable String orderNumber,
        Instant createdAt) {}
