package io.counterpart.hq.home;

import java.util.List;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.counterpart.hq.page.PageMessage;

import static org.assertj.core.api.Assertions.assertThat;

class WarningMetricsTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private MultiGauge gauge;

    @BeforeEach
    void register() {
        gauge = MultiGauge.builder("hq.warnings").register(meters);
    }

    @Test
    void aRuleOfWhichNothingIsTrueIsZeroAndNotAbsent() {
        gauge.register(WarningMetrics.rows(List.of()), true);

        assertThat(meters.getMeters()).hasSize(WarningRule.values().length);
        assertThat(value(WarningRule.JOB_ON_HOLD, "")).isZero();
    }

    @Test
    void eachConditionIsOneAlsoIfThePageShowsAnotherInItsPlace() {
        gauge.register(
                WarningMetrics.rows(List.of(
                        warning(WarningRule.JOB_ON_HOLD, "1010"),
                        warning(WarningRule.JOB_ON_HOLD, "P-0001").shownIf(false),
                        warning(WarningRule.JOB_ON_HOLD, "P-0001"))),
                true);

        assertThat(value(WarningRule.JOB_ON_HOLD, "1010")).isEqualTo(1);
        assertThat(value(WarningRule.JOB_ON_HOLD, "P-0001")).isEqualTo(1);
        assertThat(meters.find("hq.warnings")
                        .tags("rule", "JOB_ON_HOLD", "subject", "")
                        .gauge())
                .isNull();
        assertThat(value(WarningRule.JOB_FAILED, "")).isZero();
    }

    @Test
    void aConditionThatEndsIsZeroAgain() {
        gauge.register(WarningMetrics.rows(List.of(warning(WarningRule.RECOVERY, ""))), true);
        assertThat(value(WarningRule.RECOVERY, "")).isEqualTo(1);

        gauge.register(WarningMetrics.rows(List.of()), true);

        assertThat(value(WarningRule.RECOVERY, "")).isZero();
    }

    private double value(WarningRule rule, String subject) {
        return meters.get("hq.warnings")
                .tags("rule", rule.name(), "subject", subject)
                .gauge()
                .value();
    }

    private static Warning warning(WarningRule rule, String subject) {
        return Warning.of(rule, subject, PageMessage.literal("title"), PageMessage.literal("text"), null, "");
    }
}
