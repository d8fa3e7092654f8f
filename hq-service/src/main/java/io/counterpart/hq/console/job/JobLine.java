package io.counterpart.hq.console.job;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.counterpart.hq.job.Recurrence;

/** A job with its last run, as the page shows it. */
record JobLine(
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

    private static final Duration LATE = Duration.ofMinutes(2);

    public Recurrence schedule() {
        return Recurrence.parse(recurrence);
    }

    public @Nullable Instant nextRun() {
        return held || lastRunAt == null ? null : schedule().next(lastRunAt);
    }

    /** Whether it should have run a while ago. A job that works continuously leaves no trace while nothing comes. */
    public boolean isLate(Instant now) {
        Recurrence schedule = schedule();
        boolean continuous = schedule.isInterval() && schedule.pauseAt(now).compareTo(LATE) < 0;
        Instant next = nextRun();
        return !continuous && next != null && next.plus(LATE).isBefore(now);
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
