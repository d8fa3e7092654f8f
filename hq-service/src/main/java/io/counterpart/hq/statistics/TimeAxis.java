package io.counterpart.hq.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.counterpart.hq.language.PageLanguage;

/** The horizontal axis of a chart. Its labels are in UTC until the browser shows its own time. */
record TimeAxis(Instant from, Instant to, List<Tick> ticks) {

    static final int LEFT = 68;
    static final int RIGHT = 496;

    static TimeAxis of(StatisticsRange range, Instant from, Instant to) {
        return switch (range) {
            case HOUR -> of(from, to, Duration.ofMinutes(10), "time", "HH:mm");
            case DAY -> of(from, to, Duration.ofHours(4), "time", "HH:mm");
            case WEEK -> of(from, to, Duration.ofDays(1), "weekday", "EEE HH:mm");
            case MONTH -> of(from, to, Duration.ofDays(5), "day", isGerman() ? "d. MMM" : "MMM d");
        };
    }

    private static TimeAxis of(Instant from, Instant to, Duration step, String style, String pattern) {
        DateTimeFormatter utc =
                DateTimeFormatter.ofPattern(pattern, PageLanguage.current()).withZone(ZoneOffset.UTC);
        long seconds = step.toSeconds();
        long first = Math.floorDiv(from.getEpochSecond() + seconds - 1, seconds);
        var ticks = new ArrayList<Tick>();
        for (long number = first; number * seconds <= to.getEpochSecond(); number++) {
            Instant at = Instant.ofEpochSecond(number * seconds);
            ticks.add(new Tick(x(at, from, to), at, utc.format(at), style, number % 2 != 0));
        }
        return new TimeAxis(from, to, ticks);
    }

    private static boolean isGerman() {
        return PageLanguage.current().equals(Locale.GERMAN);
    }

    double x(Instant at) {
        return x(at, from, to);
    }

    private static double x(Instant at, Instant from, Instant to) {
        double part = Duration.between(from, at).toMillis()
                / (double) Duration.between(from, to).toMillis();
        return Math.round(10 * (LEFT + (RIGHT - LEFT) * part)) / 10.0;
    }

    /**
     * A point in time with its label.
     *
     * @param style which part of the time the browser shows
     * @param minor whether a narrow screen has no room for it
     */
    record Tick(double x, Instant at, String label, String style, boolean minor) {}
}
