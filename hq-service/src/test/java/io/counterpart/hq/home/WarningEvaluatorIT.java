package io.counterpart.hq.home;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

/** The one evaluation of the conditions, for readers with different thresholds. */
@HqManualContext
class WarningEvaluatorIT {

    @Autowired
    WarningEvaluator evaluator;

    @Autowired
    TestDriver work;

    @BeforeEach
    void clear() {
        work.clear();
        work.jdbcUpdate("delete from dead_letter");
    }

    @Test
    void aReaderHasThresholdsOfItsOwn() {
        work.jdbcUpdate("""
                insert into dead_letter (topic, partition, position, reason, arrived_at)
                select 'cdx.p-0001', 0, n, 'Unreadable: invalid JSON', now() from generate_series(1, 3) as n
                """);

        assertThat(found(WarningRule.DEAD_LETTERS, Map.of())).hasSize(1);
        assertThat(found(WarningRule.DEAD_LETTERS, Map.of(WarningRule.DEAD_LETTERS, 3L)))
                .hasSize(1);
        assertThat(found(WarningRule.DEAD_LETTERS, Map.of(WarningRule.DEAD_LETTERS, 4L)))
                .isEmpty();
        assertThat(found(WarningRule.NUMBERS_RUNNING_OUT, Map.of())).isEmpty();
        assertThat(found(WarningRule.NUMBERS_RUNNING_OUT, Map.of(WarningRule.NUMBERS_RUNNING_OUT, 1_000_000L)))
                .extracting(Warning::subject)
                .contains("customer");
        work.jdbcUpdate("delete from dead_letter");
    }

    @Test
    void aConditionThatIsNotShownStillHolds() {
        work.hold("9999", true);
        work.jdbcUpdate(
                "update batch_job set last_run_at = now() - interval '3 hours', recurrence = 'PT1H' where job = '9999'");

        List<Warning> found = found(WarningRule.JOB_OVERDUE, Map.of());
        assertThat(found)
                .filteredOn(it -> it.subject().equals("9999"))
                .singleElement()
                .matches(it -> !it.shown());
        assertThat(found(WarningRule.JOB_ON_HOLD, Map.of()))
                .filteredOn(it -> it.subject().equals("9999"))
                .singleElement()
                .matches(Warning::shown)
                .matches(it -> it.page().equals("/jobs/9999"));
        work.hold("9999", false);
        work.jdbcUpdate("update batch_job set last_run_at = now() where job = '9999'");
    }

    private List<Warning> found(WarningRule rule, Map<WarningRule, Long> thresholds) {
        return evaluator.warnings(new WarningThresholds(thresholds)).stream()
                .filter(it -> it.rule() == rule)
                .toList();
    }
}
