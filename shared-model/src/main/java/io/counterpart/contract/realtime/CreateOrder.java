package io.counterpart.contract.realtime;

import java.time.Instant;
import java.util.UUID;

import io.counterpart.contract.order.CustomerOrder;

/**
 * The synchronous creation of an order at HQ for a customer with an account number. The order id is the idempotency
 * key.
 */
public record CreateOrder(String channelDatabase, String channel, UUID asyncCustomerId, CustomerOrder order) {

    /** The order that HQ created. */
    public record OrderCreated(UUID id, String orderNumber, String accountNumber, Instant createdAt) {}
}
