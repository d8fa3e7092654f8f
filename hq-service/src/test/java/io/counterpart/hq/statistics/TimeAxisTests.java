package io.counterpart.hq.statistics;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimeAxisTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:34:00Z");

    @ParameterizedTest
    @EnumSource
    void hasAFewLabelsWithinTheRange(StatisticsRange range) {
        TimeAxis axis = axis(range);

        assertThat(axis.ticks())
                .hasSizeBetween(6, 7)
                .allSatisfy(tick -> assertThat(tick.x()).isBetween((double) TimeAxis.LEFT, (double) TimeAxis.RIGHT));
        assertThat(axis.ticks().stream().filter(TimeAxis.Tick::minor)).hasSizeBetween(3, 4);
    }

    @Test
    void labelsAreRoundTimesInUtc() {
        assertThat(axis(StatisticsRange.HOUR).ticks().stream().map(TimeAxis.Tick::label))
                .containsExactly("11:40", "11:50", "12:00", "12:10", "12:20", "12:30");
        assertThat(axis(StatisticsRange.WEEK).ticks().get(0).label()).isEqualTo("Mon 00:00");
        assertThat(axis(StatisticsRange.MONTH).ticks().stream().map(TimeAxis.Tick::label))
                .allMatch(label -> label.matches("(Jan|Feb|Mar) \\d+"));
    }

    @Test
    void aPointInTimeIsInProportion() {
        TimeAxis axis = axis(StatisticsRange.HOUR);

        assertThat(axis.x(axis.from())).isEqualTo(TimeAxis.LEFT);
        assertThat(axis.x(NOW)).isEqualTo(TimeAxis.RIGHT);
        assertThat(axis.x(NOW.minusSeconds(1800))).isEqualTo((TimeAxis.LEFT + TimeAxis.RIGHT) / 2.0);
    }

    private static TimeAxis axis(StatisticsRange range) {
        return TimeAxis.of(range, NOW.minus(range.duration()), NOW);
    }
}
