package io.counterpart.benchmarks.figure;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MetricTests {

    @Test
    void takesTheValueInTheMiddleOrBetweenTheTwoInTheMiddle() {
        assertThat(rate(3, 1, 2).median()).isEqualTo(2);
        assertThat(rate(4, 1, 2, 3).median()).isEqualTo(2.5);
    }

    @Test
    void needsAValue() {
        assertThatThrownBy(MetricTests::rate).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isHeldAgainstBarAndGoalWhereMoreIsBetter() {
        assertThat(rate(5_000).verdict()).isEqualTo(GoalResult.GOAL);
        assertThat(rate(2_800).verdict()).isEqualTo(GoalResult.BAR);
        assertThat(rate(2_799).verdict()).isEqualTo(GoalResult.MISSED);
    }

    @Test
    void isHeldAgainstBarAndGoalWhereLessIsBetter() {
        assertThat(latency(20).verdict()).isEqualTo(GoalResult.GOAL);
        assertThat(latency(50).verdict()).isEqualTo(GoalResult.BAR);
        assertThat(latency(51).verdict()).isEqualTo(GoalResult.MISSED);
    }

    @Test
    void isSaidForInformationWhereNothingWasAskedFor() {
        assertThat(new Metric("P8", "of which hq", "ms", null, List.of(1.0)).verdict())
                .isEqualTo(GoalResult.NONE);
    }

    @Test
    void standsInTheTableWithItsSpread() {
        assertThat(MetricTable.of(List.of(rate(1_000, 3_000, 2_900))))
                .containsPattern("P3 .* 2,900 customers/s .* 1,000\\.\\.3,000 .* 3 .* 2,800 .* 5,000 .* bar");
    }

    @Test
    void standsInTheFileWithAllItsValues() {
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(MetricFileWriter.json(Map.of("machine", "2 cores"), List.of(rate(3_000, 3_100))));

        assertThat(json.at("/surroundings/machine").asString()).isEqualTo("2 cores");
        assertThat(json.at("/figures/0/values")).hasSize(2);
        assertThat(json.at("/figures/0/met").asString()).isEqualTo("BAR");
    }

    @Test
    void isDrawnAsLongAsItIsBetterThanItsBar() {
        String chart = new MetricChart(Map.of("jdk", "17 <ea>"), List.of(rate(2_800), latency(100))).svg();

        assertThat(chart).contains("jdk: 17 &lt;ea&gt;", "width=\"160\"", "width=\"80\"");
    }

    private static Metric rate(double... values) {
        return new Metric("P3", "round trip", "customers/s", MetricGoal.atLeast(2_800, 5_000), boxed(values));
    }

    private static Metric latency(double... values) {
        return new Metric("P6", "search", "ms", MetricGoal.atMost(50, 20), boxed(values));
    }

    private static List<Double> boxed(double... values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }
}
