package io.counterpart.faults.check;

import java.util.UUID;

/**
 * An operation that HQ refused, and what the API of its channel database reports about the customer.
 *
 * @param known the state while the refusal was open
 * @param settled the state after an operator had decided
 */
public record Refusal(
        UUID operationId, UUID asyncCustomerId, String database, String code, State known, State settled) {

    /**
     * The state of a customer as a till sees it.
     *
     * @param reason the last synchronization error; empty: none
     */
    public record State(String status, String reason, int pendingOperations) {}
}
