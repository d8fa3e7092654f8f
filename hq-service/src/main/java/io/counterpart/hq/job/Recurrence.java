package io.counterpart.hq.job;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * The schedule of a job: an interval (ISO-8601, {@code PT15M}) or a cron expression (five fields, in UTC,
 * {@code 0 2 * * 1}).
 */
public final class Recurrence {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LATE = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofDays(366);

    private final String text;
    private final @Nullable Duration pause;
    private final @Nullable CronExpression calendar;

    private Recurrence(String text, @Nullable Duration pause, @Nullable CronExpression calendar) {
        this.text = text;
        this.pause = pause;
        this.calendar = calendar;
    }

    /** Parses either form; throws {@link InvalidRecurrenceException} with a message for the user. */
    public static Recurrence parse(String text) {
        String trimmed = text.trim();
        return trimmed.startsWith("P") || trimmed.startsWith("-") ? interval(trimmed) : cron(trimmed);
    }

    private static Recurrence interval(String text) {
        try {
            Duration pause = Duration.parse(text);
            if (pause.compareTo(SHORTEST) >= 0 && pause.compareTo(LONGEST) <= 0) {
                return new Recurrence(text, pause, null);
            }
        } catch (DateTimeParseException e) {
            throw new InvalidRecurrenceException("Invalid interval. Use PT30S, PT15M or PT2H, for example.");
        }
        throw new InvalidRecurrenceException("The interval must be between 0.1 seconds and one year.");
    }

    private static Recurrence cron(String text) {
        if (text.split("\\s+", -1).length != 5) {
            throw new InvalidRecurrenceException(
                    "Invalid cron expression: enter minute, hour, day of month, month and day of week.");
        }
        try {
            var calendar = CronExpression.parse("0 " + text);
            if (calendar.next(ZonedDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)) != null) {
                return new Recurrence(text, null, calendar);
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidRecurrenceException("Invalid cron expression: " + e.getMessage() + ".");
        }
        throw new InvalidRecurrenceException("This schedule never runs.");
    }

    public Instant next(Instant after) {
        if (pause != null) {
            return after.plus(pause);
        }
        var next = calendar == null ? null : calendar.next(after.atZone(ZoneOffset.UTC));
        return next == null ? after.plus(LONGEST) : next.toInstant();
    }

    public List<Instant> preview(Instant from, int howMany) {
        var times = new ArrayList<Instant>();
        Instant at = from;
        for (int i = 0; i < howMany; i++) {
            at = next(at);
            times.add(at);
        }
        return times;
    }

    /** The interval, or the time until the cron expression matches. */
    public Duration pauseAt(Instant now) {
        return pause == null ? Duration.between(now, next(now)) : pause;
    }

    /** Whether a job is overdue. A continuous job records nothing while there is no work, so it is never overdue. */
    public boolean isMissed(@Nullable Instant lastRun, Instant now) {
        boolean continuous = pause != null && pause.compareTo(LATE) < 0;
        return !continuous && lastRun != null && next(lastRun).plus(LATE).isBefore(now);
    }

    public boolean isInterval() {
        return pause != null;
    }

    public String description() {
        return pause == null ? CronDescription.of(text) : IntervalDescription.of(pause);
    }

    @Override
    public String toString() {
        return text;
    }
}
