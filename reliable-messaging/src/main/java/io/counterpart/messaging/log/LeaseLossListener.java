package io.counterpart.messaging.log;

import java.util.Set;

/**
 * Told when an owner finds that another one took the lease while records of its own were on their way. They may stand
 * behind newer ones of the same keys: harmless to readers that look at versions, but not on a compacted topic, where the
 * last record of a key is all that a new reader ever sees. Who publishes state says it once more.
 */
@FunctionalInterface
public interface LeaseLossListener {

    /** For logs whose readers see every record. */
    LeaseLossListener HARMLESS = keys -> {};

    /** Throws: it is told again. All records of the former ownership are acknowledged or given up by now. */
    void publishedAfterLeaseLoss(Set<LogKey> keys);
}
