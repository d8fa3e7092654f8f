package io.counterpart.hq.home;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CreationChartTests {

    private static final Instant NOW = Instant.parse("2026-11-22T14:35:00Z");
    private static final Instant THIS_HOUR = Instant.parse("2026-11-22T14:00:00Z");

    @Test
    void stacksTheWaysOfAnHourToTheHeightOfItsSum() {
        var chart = CreationChart.of(
                List.of(
                        new CreationChart.HourlyCount(THIS_HOUR, "SYNC", null, 30),
                        new CreationChart.HourlyCount(THIS_HOUR, "ASYNC", "FUNCTIONALITY_PROFILE", 50)),
                NOW);

        var bar = chart.bars().get(23);
        assertThat(bar.hour()).isEqualTo("14:00");
        assertThat(bar.sum()).isEqualTo(80);
        assertThat(bar.parts()).extracting(CreationChart.Part::style).containsExactly("s2", "s1");
        // The scale ends at 100, so 80 customers fill four fifths of the height.
        assertThat(bar.parts().get(1).y()).isCloseTo(CreationChart.HEIGHT * 0.2, within(0.1));
        assertThat(chart.lines()).extracting(CreationChart.GridLine::value).containsExactly(0L, 50L, 100L);
        assertThat(chart.total()).isEqualTo(80);
    }

    @Test
    void hasAnEmptyScaleWithoutCreations() {
        var chart = CreationChart.of(List.of(), NOW);

        assertThat(chart.bars()).hasSize(24).allMatch(bar -> bar.parts().isEmpty());
        assertThat(chart.lines()).extracting(CreationChart.GridLine::value).containsExactly(0L, 2L, 4L);
    }

    @Test
    void leavesOutWhatIsOlderThanADay() {
        var chart = CreationChart.of(
                List.of(new CreationChart.HourlyCount(THIS_HOUR.minusSeconds(24 * 3600), "SYNC", null, 30)), NOW);

        assertThat(chart.total()).isZero();
    }
}
