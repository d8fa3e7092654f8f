package io.counterpart.hq.job;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A job with its last run, as the page shows it. */
record JobRow(
        String job,
        String title,
        String recurrence,
        boolean held,
        @Nullable Instant lastRunAt,
        long version,
        @Nullable String lastOutcome,
        @Nullable Instant lastStarted,
        @Nullable Instant lastFinished,
        @Nullable Long lastRead,
        @Nullable Long lastDone,
        @Nullable Long lastFailed,
        @Nullable String lastError) {

    public Recurrence schedule() {
        return Recurrence.parse(recurrence);
    }

    public @Nullable Instant nextRun() {
        return held || lastRunAt == null ? null : schedule().next(lastRunAt);
    }

    public boolean isLate(Instant now) {
        return !held && schedule().isMissed(lastRunAt, now);
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
