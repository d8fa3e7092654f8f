package io.counterpart.hq.alert;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.counterpart.hq.alert.AlertSettings.RuleSetting;
import io.counterpart.hq.home.WarningRule;
import io.counterpart.hq.page.FormValues;
import io.counterpart.support.problem.Problem;

/** Reads the form of the settings: the fields of a rule begin with its name. */
final class AlertSettingsForm {

    private final Map<String, String> form;

    AlertSettingsForm(Map<String, String> form) {
        this.form = form;
    }

    AlertSettings settings() {
        var rules = new ArrayList<RuleSetting>();
        for (WarningRule rule : WarningRule.values()) {
            rules.add(new RuleSetting(
                    rule,
                    isChecked(rule, "enabled"),
                    rule.unit() == null ? null : number(rule, "threshold"),
                    (int) number(rule, "minimumMinutes"),
                    (int) number(rule, "repeatMinutes"),
                    isChecked(rule, "ignoresQuietHours")));
        }
        return new AlertSettings(Objects.requireNonNullElse(FormValues.text(form, "timeZone"), "UTC"), quiet(), rules);
    }

    private @Nullable QuietHours quiet() {
        String from = FormValues.text(form, "from");
        String to = FormValues.text(form, "to");
        if (from == null && to == null) {
            return null;
        }
        List<DayOfWeek> days = Arrays.stream(DayOfWeek.values())
                .filter(day -> form.containsKey(day.name()))
                .toList();
        return new QuietHours(String.valueOf(from), String.valueOf(to), days);
    }

    private boolean isChecked(WarningRule rule, String field) {
        return form.containsKey(rule + "." + field);
    }

    private long number(WarningRule rule, String field) {
        String value = String.valueOf(FormValues.text(form, rule + "." + field));
        // Nine digits fit into every field, and are more than each accepts.
        if (!value.matches("\\d{1,9}")) {
            throw Problem.validation("/%s/%s".formatted(rule, field), "invalid-value", "Must be a number");
        }
        return Long.parseLong(value);
    }
}
