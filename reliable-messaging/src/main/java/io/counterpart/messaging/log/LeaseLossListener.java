package io.counterpart.messaging.log;

import java.util.Set;

/**
 * Notified when an owner finds that another one acquired the lease while its own records were in flight. These may be
 * behind newer records of the same keys. This is harmless for consumers that compare versions, but not on a compacted
 * topic, where a new consumer sees only the last record of a key. A publisher of state must publish it again.
 */
@FunctionalInterface
public interface LeaseLossListener {

    /** For logs whose consumers read every record. */
    LeaseLossListener HARMLESS = keys -> {};

    /**
     * If this throws, it is called again. All records of the former ownership are acknowledged or given up at this
     * point.
     */
    void publishedAfterLeaseLoss(Set<LogKey> keys);
}
