package io.counterpart.hq.alert;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.counterpart.hq.home.WarningRule;
import io.counterpart.hq.home.WarningThresholds;

/**
 * Which rules fire, and when their messages are sent.
 *
 * @param timeZone of the quiet hours and of the times in messages
 * @param quietHours null: there are none
 * @param rules all rules in their order; one that was left out has its default
 */
record AlertSettings(String timeZone, @Nullable QuietHours quietHours, List<RuleSetting> rules) {

    private static final int REPEAT_MINUTES = 240;
    private static final int MINIMUM_MINUTES = 5;

    AlertSettings {
        // JSON that was stored before a rule existed, or that has never been stored.
        timeZone = timeZone == null ? "UTC" : timeZone;
        rules = complete(rules == null ? List.of() : rules);
    }

    private static List<RuleSetting> complete(List<RuleSetting> given) {
        var byRule = new EnumMap<WarningRule, RuleSetting>(WarningRule.class);
        given.forEach(setting -> byRule.put(setting.rule(), setting.withThreshold()));
        return Arrays.stream(WarningRule.values())
                .map(rule -> byRule.getOrDefault(rule, RuleSetting.ofDefault(rule)))
                .toList();
    }

    /** The setting of a rule; null if this version does not know the rule. */
    @Nullable RuleSetting of(String rule) {
        return rules.stream()
                .filter(setting -> setting.rule().name().equals(rule))
                .findFirst()
                .orElse(null);
    }

    WarningThresholds thresholds() {
        var thresholds = new EnumMap<WarningRule, Long>(WarningRule.class);
        for (RuleSetting setting : rules) {
            if (setting.threshold() != null) {
                thresholds.put(setting.rule(), setting.threshold());
            }
        }
        return new WarningThresholds(thresholds);
    }

    boolean isQuiet(Instant at) {
        return quietHours != null && quietHours.include(at, zone());
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** The values of audit entries, by rule. */
    Map<String, @Nullable Object> auditedValues() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("timeZone", timeZone);
        values.put("quietHours", quietHours);
        rules.forEach(setting -> values.put(setting.rule().name(), setting.auditedValues()));
        return values;
    }

    /**
     * The setting of one rule.
     *
     * @param threshold null if the rule has none
     * @param minimumMinutes how long the condition has to hold before an alert fires
     * @param repeatMinutes how often the alert is sent again while it fires; 0: once
     * @param ignoresQuietHours whether it is sent in quiet hours too
     */
    record RuleSetting(
            WarningRule rule,
            boolean enabled,
            @Nullable Long threshold,
            int minimumMinutes,
            int repeatMinutes,
            boolean ignoresQuietHours) {

        static RuleSetting ofDefault(WarningRule rule) {
            boolean urgent = rule.level().equals("bad");
            return new RuleSetting(rule, true, null, urgent ? 0 : MINIMUM_MINUTES, REPEAT_MINUTES, false)
                    .withThreshold();
        }

        RuleSetting withThreshold() {
            return threshold != null || rule == null || rule.unit() == null
                    ? this
                    : new RuleSetting(
                            rule, enabled, rule.threshold(), minimumMinutes, repeatMinutes, ignoresQuietHours);
        }

        Map<String, @Nullable Object> auditedValues() {
            var values = new LinkedHashMap<String, @Nullable Object>();
            values.put("enabled", enabled);
            values.put("threshold", threshold);
            values.put("minimumMinutes", minimumMinutes);
            values.put("repeatMinutes", repeatMinutes);
            values.put("ignoresQuietHours", ignoresQuietHours);
            return values;
        }
    }
}
