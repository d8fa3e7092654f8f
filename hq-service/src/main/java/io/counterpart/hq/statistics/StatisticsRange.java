package io.counterpart.hq.statistics;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.counterpart.support.problem.Problem;

/** The time range of statistics, up to now. Each has samples of one length, so percentiles are never averaged. */
public enum StatisticsRange {
    HOUR(Duration.ofHours(1), SampleLength.MINUTE, "statistics.unit.perMinute"),
    DAY(Duration.ofDays(1), SampleLength.QUARTER_HOUR, "statistics.unit.perQuarterHour"),
    WEEK(Duration.ofDays(7), SampleLength.HOUR, "statistics.unit.perHour"),
    MONTH(Duration.ofDays(30), SampleLength.SIX_HOURS, "statistics.unit.perSixHours");

    private final Duration duration;
    private final SampleLength samples;
    private final String unit;

    StatisticsRange(Duration duration, SampleLength samples, String unit) {
        this.duration = duration;
        this.samples = samples;
        this.unit = unit;
    }

    /** The range with this name, as {@link #names()} has it. */
    static StatisticsRange named(String name) {
        return Stream.of(values())
                .filter(range -> range.label().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Problem.validation("/range", "unknown-value", "Must be one of " + String.join(", ", names())));
    }

    public static List<String> names() {
        return Stream.of(values()).map(StatisticsRange::label).toList();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Duration duration() {
        return duration;
    }

    SampleLength samples() {
        return samples;
    }

    /** The message key of what a count of operations is per. */
    String unit() {
        return unit;
    }
}
