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

    public String status() {
        if (held) {
            return "Withhold";
        }
        return "ERROR".equals(lastOutcome) ? "Error" : "Waiting";
    }

    public String tag() {
        return switch (status()) {
            case "Withhold" -> "warn";
            case "Error" -> "bad";
            default -> "ok";
        };
    }
}
