package io.counterpart.faults.check;

import io.counterpart.faults.history.ClientOperation;

/**
 * A channel database that was restored to an earlier state.
 *
 * @param backedUp tick of the history at which the earlier state was copied
 * @param stopped tick at which the services of the channel database were ended
 * @param restored tick at which the earlier state was in place
 */
public record Restore(String database, long backedUp, long stopped, long restored) {

    boolean forgets(ClientOperation act) {
        return act.database().equals(database) && act.end() > backedUp && act.start() < restored;
    }

    boolean interrupts(ClientOperation act) {
        return act.database().equals(database) && act.end() > stopped && act.start() < restored;
    }
}
