package io.counterpart.endtoend.monitoring;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AlertConditionTests {

    private static final MetricsPage NOTHING = MetricsPage.parse("");

    @ParameterizedTest
    @CsvSource({"a == 0, 0, 1", "a >= 5, 5, 4", "max(a) > 5e1, 51, 50", "'max by (x, y) (a) < 10', 9, 10"})
    void comparesAValue(String expression, String violating, String harmless) {
        assertThat(violations(expression, NOTHING, "a " + violating)).isEqualTo(1);
        assertThat(violations(expression, NOTHING, "a " + harmless)).isZero();
    }

    @Test
    void comparesTheSamplesThatAreSelectedOnly() {
        String page = "a{rule=\"X\",cause=\"SIGNATURE_WRONG\"} 1\na{rule=\"Y\",cause=\"OTHER\"} 1";

        assertThat(violations("a{rule=\"X\"} == 1", NOTHING, page)).isEqualTo(1);
        assertThat(violations("a{cause!~\"SIGNATURE_.*\"} > 0", NOTHING, page)).isEqualTo(1);
        assertThat(violations("a{rule=~\"X|Y\"} > 0", NOTHING, page)).isEqualTo(2);
        assertThat(violations("a{rule!=\"X\",cause=~\"S.*\"} > 0", NOTHING, page))
                .isZero();
    }

    @Test
    void anIncreaseIsSinceTheEarlierPage() {
        MetricsPage before = MetricsPage.parse("a{pool=\"x\"} 7");

        assertThat(violations("increase(a[1m]) > 2", before, "a{pool=\"x\"} 10"))
                .isEqualTo(1);
        assertThat(violations("increase(a[1m]) > 2", before, "a{pool=\"x\"} 9")).isZero();
        assertThat(violations("increase(a[1m]) > 2", before, "a{pool=\"new\"} 10"))
                .isZero();
    }

    @Test
    void oneOfSeveralComparisonsIsEnough() {
        assertThat(violations("a > 30 or b == 0", NOTHING, "a 1\nb 0")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum(a) > 1", "a > 1 and b > 1", "predict_linear(a[6h], 60) < 0", "a"})
    void refusesWhatItCannotEvaluate(String expression) {
        assertThatThrownBy(() -> AlertCondition.parse(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Not a simple comparison");
    }

    @Test
    void readsTheRulesOfThisRepository() throws IOException {
        assertThat(AlertCondition.of("KafkaUnreachable").alternatives()).hasSize(2);
        assertThatThrownBy(() -> AlertCondition.of("NoSuchAlert")).hasMessage("There is no alert NoSuchAlert");
    }

    private static int violations(String expression, MetricsPage before, String now) {
        return AlertCondition.parse(expression)
                .violations(before, MetricsPage.parse(now))
                .size();
    }
}
