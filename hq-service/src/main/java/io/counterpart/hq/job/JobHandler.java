package io.counterpart.hq.job;

import java.time.Duration;

/** What happens when somebody turns the knobs of a batch job; the module that owns the job implements it. */
public interface JobHandler {

    /** The name of the job, for example {@code P-0001}. */
    String job();

    /** Called in the transaction in which somebody, or the clock, runs the job. */
    default void run() {}

    /** Called in the transaction in which somebody runs the job of one channel database. */
    default void run(String channelDatabase) {}

    /** Called in the transaction that holds the job. */
    default void hold() {}

    /** Called in the transaction that releases the job. */
    default void release() {}

    /** Called in the transaction that changes the recurrence. */
    default void reschedule(Duration recurrence) {}

    /**
     * Called when what was done to the job is committed. Whoever reads the table before would still find the old knobs,
     * so a loop is woken here; returns before the work is done.
     */
    default void trigger() {}
}
