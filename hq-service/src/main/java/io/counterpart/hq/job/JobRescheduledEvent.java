package io.counterpart.hq.job;

/** Reports that the recurrence of a job was changed. */
record JobRescheduledEvent(String job) {}
