package io.counterpart.faults.history;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One operation of one client.
 *
 * @param client its channel database, a slash, and its name
 * @param start,end ticks of the clock of the history, which all clients share
 * @param asyncCustomerId from the response, if there was one
 */
public record ClientOperation(
        OperationRequest doing,
        String client,
        long start,
        long end,
        OperationOutcome outcome,
        @Nullable UUID asyncCustomerId) {

    /** Whether this operation ended before the other began: only then is their order known. */
    public boolean precedes(ClientOperation other) {
        return end < other.start;
    }

    /** The channel database of the client. */
    public String database() {
        return client.substring(0, client.indexOf('/'));
    }

    /** Whether the operation may have affected this customer. */
    public boolean isAbout(UUID customer) {
        return asyncCustomerId == null || asyncCustomerId.equals(customer);
    }

    public boolean acknowledged() {
        return outcome == OperationOutcome.ACKNOWLEDGED;
    }

    /** Whether the operation may have been executed. */
    public boolean possible() {
        return outcome != OperationOutcome.REFUSED;
    }
}
