package io.counterpart.channel.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.order.OrderView.Status;
import io.counterpart.contract.order.CustomerOrder;

/** An order as its customer sees it. */
record OwnOrderView(
        UUID id,
        UUID customer,
        @Nullable String accountNumber,
        Status status,
        @Nullable String orderNumber,
        String currencyCode,
        List<CustomerOrder.Line> lines,
        String total,
        @Nullable String note,
        Instant createdAt,
        @Nullable Instant cancelledAt) {}
