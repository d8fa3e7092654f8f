package io.counterpart.hq.job;

import java.time.Duration;

/** Handles changes of a batch job; implemented by the module that owns the job. */
public interface JobHandler {

    /** For example {@code P-0001}. */
    String job();

    /** Called in the transaction in which an operator or the clock runs the job. */
    default void run() {}

    /** Called in the transaction in which an operator runs the job of one channel database. */
    default void run(String channelDatabase) {}

    /** Called in the transaction that puts the job on hold. */
    default void hold() {}

    /** Called in the transaction that releases the job. */
    default void release() {}

    /** Called in the transaction that changes the recurrence. */
    default void reschedule(Duration recurrence) {}

    /**
     * Called after the commit of any of these changes. Reading the table earlier would return the old settings, so a
     * loop is woken here; returns before the work is done.
     */
    default void trigger() {}
}
