package io.counterpart.hq.job;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A job with its last run, as the page shows it.
 *
 * @param calledAt when the clock or an operator last started it, which decides whether it is overdue
 * @param lastRunAt when it last ran; for the P-job, in any channel database
 */
record JobRow(
        String job,
        String title,
        String recurrence,
        boolean held,
        long version,
        @Nullable Instant calledAt,
        @Nullable Instant lastRunAt,
        @Nullable String lastOutcome,
        @Nullable Instant lastStarted,
        @Nullable Instant lastFinished,
        @Nullable Long lastDone,
        @Nullable String lastError) {

    public Recurrence schedule() {
        return Recurrence.parse(recurrence);
    }

    public boolean isLate(Instant now) {
        return !held && schedule().isMissed(calledAt, now);
    }

    /** A message key. */
    public String status() {
        if (held) {
            return "job.status.onHold";
        }
        return "ERROR".equals(lastOutcome) ? "job.status.error" : "job.status.waiting";
    }

    public String tag() {
        return switch (status()) {
            case "job.status.onHold" -> "warn";
            case "job.status.error" -> "bad";
            default -> "ok";
        };
    }
}
