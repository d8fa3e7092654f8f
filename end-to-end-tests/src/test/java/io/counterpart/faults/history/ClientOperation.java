package io.counterpart.faults.history;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One act of one client.
 *
 * @param client its channel database, a slash, and its name
 * @param start,end ticks of the clock of the history, which all clients share
 * @param asyncCustomerId as the answer said, if there was one
 */
public record ClientOperation(
        OperationRequest doing,
        String client,
        long start,
        long end,
        OperationOutcome outcome,
        @Nullable UUID asyncCustomerId) {

    /** Whether this was over before the other began: only then is their order known. */
    public boolean precedes(ClientOperation other) {
        return end < other.start;
    }

    /** Of the channel database at which the client sits. */
    public String database() {
        return client.substring(0, client.indexOf('/'));
    }

    /** Whether it may have been done to that customer. */
    public boolean isAbout(UUID customer) {
        return asyncCustomerId == null || asyncCustomerId.equals(customer);
    }

    public boolean acknowledged() {
        return outcome == OperationOutcome.ACKNOWLEDGED;
    }

    /** Whether it may have been done. */
    public boolean possible() {
        return outcome != OperationOutcome.REFUSED;
    }
}
