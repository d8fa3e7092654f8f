package io.counterpart.hq.job;

/** Somebody changed the recurrence of a job. */
record JobRescheduledEvent(String job) {}
