package io.counterpart.hq.home;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The warnings of the home page as a gauge: 1 for each condition that holds, by rule and subject, and 0 without a
 * subject for a rule of which none does. So a metrics system alerts on what the home page shows.
 */
@Component
class WarningMetrics {

    private static final Logger log = LoggerFactory.getLogger(WarningMetrics.class);

    private final WarningEvaluator evaluator;
    private final MultiGauge warnings;

    WarningMetrics(WarningEvaluator evaluator, MeterRegistry meters) {
        this.evaluator = evaluator;
        this.warnings = MultiGauge.builder("hq.warnings")
                .description("1: the home page warns of this condition, or of a more important one in its place")
                .register(meters);
    }

    // The conditions of a database that does not answer are not known: their last state stays.
    @Scheduled(initialDelay = 2, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void refresh() {
        try {
            warnings.register(rows(evaluator.warnings(WarningThresholds.OF_HOME_PAGE)), true);
        } catch (RuntimeException e) {
            log.warn("The warnings could not be evaluated: {}", e.getClass().getSimpleName());
        }
    }

    static List<MultiGauge.Row<?>> rows(List<Warning> found) {
        var rows = new ArrayList<MultiGauge.Row<?>>();
        found.stream()
                .map(it -> tags(it.rule(), it.subject()))
                .distinct()
                .forEach(tags -> rows.add(MultiGauge.Row.of(tags, 1)));
        Set<WarningRule> quiet = EnumSet.allOf(WarningRule.class);
        quiet.removeAll(found.stream().map(Warning::rule).collect(Collectors.toSet()));
        quiet.forEach(rule -> rows.add(MultiGauge.Row.of(tags(rule, ""), 0)));
        return rows;
    }

    private static Tags tags(WarningRule rule, String subject) {
        return Tags.of("rule", rule.name(), "subject", subject);
    }
}
