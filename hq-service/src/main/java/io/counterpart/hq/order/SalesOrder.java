package io.counterpart.hq.order;

import java.time.Instant;
import java.util.UUID;

/** An order that was created. */
public record SalesOrder(
        UUID orderId, String orderNumber, UUID asyncCustomerId, String accountNumber, Instant createdAt) {}
