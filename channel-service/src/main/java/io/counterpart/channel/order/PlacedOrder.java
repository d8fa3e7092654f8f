package io.counterpart.channel.order;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.order.CustomerOrder;

/**
 * An order that was placed in a channel.
 *
 * @param operationNumber among the operations of its customer; null: HQ created the order synchronously
 * @param orderNumber assigned by HQ; null while it has not arrived
 * @param cancelledAt when it was cancelled in this channel; null: it was not
 */
record PlacedOrder(
        CustomerOrder order,
        UUID asyncCustomerId,
        String channel,
        @Nullable Integer operationNumber,
        @Nullable String orderNumber,
        Instant createdAt,
        @Nullable Instant cancelledAt) {}
