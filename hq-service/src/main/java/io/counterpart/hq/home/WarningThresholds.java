package io.counterpart.hq.home;

import java.time.Duration;
import java.util.Map;

/** The thresholds of one reader of the warnings; a rule that it does not mention has the one of the home page. */
public record WarningThresholds(Map<WarningRule, Long> values) {

    static final WarningThresholds OF_HOME_PAGE = new WarningThresholds(Map.of());

    long of(WarningRule rule) {
        return values.getOrDefault(rule, rule.threshold());
    }

    Duration age(WarningRule rule) {
        return Duration.ofMinutes(of(rule));
    }
}
