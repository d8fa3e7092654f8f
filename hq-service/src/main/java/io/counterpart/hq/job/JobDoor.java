package io.counterpart.hq.job;

import java.time.Duration;

/** What happens when somebody turns the knobs of a batch job; the module that owns the job implements it. */
public interface JobDoor {

    /** The name of the job, for example {@code P-0001}. */
    String job();

    /** Runs now rather than at the next recurrence; returns before the work is done. */
    default void run() {}

    /** Called in the transaction that holds the job. */
    default void hold() {}

    /** Called in the transaction that releases the job. */
    default void release() {}

    /** Called in the transaction that changes the recurrence. */
    default void reschedule(Duration recurrence) {}
}
