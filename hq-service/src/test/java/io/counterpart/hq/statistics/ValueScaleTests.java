package io.counterpart.hq.statistics;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ValueScaleTests {

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 2", "2, 2", "3, 4", "5, 10", "11, 20", "40, 40", "41, 100", "123, 200", "999999, 1000000"})
    void countsEndAtARoundNumberWithAWholeHalf(double highest, double top) {
        assertThat(ValueScale.ofCounts(highest, String::valueOf).top()).isEqualTo(top);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.1", "0.3, 0.4", "1, 1", "3, 4", "61, 120", "3000, 3600", "86401, 172800", "400000, 518400"})
    void durationsEndAtARoundOne(double highest, double top) {
        assertThat(ValueScale.ofSeconds(highest, String::valueOf).top()).isEqualTo(top);
    }

    @Test
    void hasALabelAtTheBottomInTheMiddleAndAtTheTop() {
        ValueScale scale = ValueScale.ofCounts(30, value -> "n=" + (int) value);

        assertThat(scale.lines())
                .isEqualTo(List.of(
                        new ValueScale.GridLine(206, "n=0"),
                        new ValueScale.GridLine(108, "n=20"),
                        new ValueScale.GridLine(10, "n=40")));
        assertThat(scale.y(10)).isEqualTo(157);
    }
}
