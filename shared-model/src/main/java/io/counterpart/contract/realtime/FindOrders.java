package io.counterpart.contract.realtime;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A request for the states of orders that a channel database has uploaded.
 *
 * @param orders ids of orders of this channel database, at most {@value #MOST}; others are left out of the response
 */
public record FindOrders(String channelDatabase, List<UUID> orders) {

    public static final int MOST = 500;

    /** The states of those orders that HQ has created. */
    public record OrderStates(List<OrderState> orders) {}

    /**
     * The state of an order at HQ.
     *
     * @param cancelledAt when HQ cancelled it; null: it is not cancelled
     */
    public record OrderState(
            UUID id,
            String orderNumber,
            Instant createdAt,
            @Nullable Instant cancelledAt) {}
}
