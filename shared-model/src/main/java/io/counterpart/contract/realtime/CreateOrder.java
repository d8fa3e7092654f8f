package io.counterpart.contract.realtime;

import java.time.Instant;
import java.util.UUID;

import io.counterpart.contract.order.CustomerOrder;

/** An order made at HQ at once, for a customer who has an account number; the order's id twice is one order. */
public record CreateOrder(String channelDatabase, String channel, UUID asyncCustomerId, CustomerOrder order) {

    /** The order that HQ made. */
    public record OrderCreated(UUID id, String orderNumber, String accountNumber, Instant createdAt) {}
}
