package io.counterpart.hq.alert;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.alert.AlertSettings.RuleSetting;
import io.counterpart.hq.alert.AlertSettingsRepository.VersionedSettings;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.home.WarningRule;
import io.counterpart.hq.problem.Versions;
import io.counterpart.support.problem.Problem;

/** Reads and changes the settings of alerts; a change applies from the next evaluation. */
@Service
class AlertSettingsService {

    static final long MOST = 1_000_000_000;
    static final int WEEK_IN_MINUTES = 7 * 24 * 60;
    static final int SHORTEST_REPEAT = 5;
    static final String TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d";

    private static final Pattern TIME_OF_DAY = Pattern.compile(TIME);

    private final AlertSettingsRepository repository;
    private final AuditService audit;

    AlertSettingsService(AlertSettingsRepository repository, AuditService audit) {
        this.repository = repository;
        this.audit = audit;
    }

    VersionedSettings read() {
        return repository.read();
    }

    /** Changes the version that the caller read. */
    @Transactional
    public VersionedSettings save(AlertSettings wanted, long version) {
        check(wanted);
        var before = repository.read().settings().auditedValues();
        Versions.require(repository.save(wanted, version));
        audit.noteChange("set", "alert-settings", before, wanted.auditedValues());
        return repository.read();
    }

    private static void check(AlertSettings wanted) {
        checkZone(wanted.timeZone());
        QuietHours quiet = wanted.quietHours();
        if (quiet != null) {
            checkTime("/quietHours/from", quiet.from());
            checkTime("/quietHours/to", quiet.to());
            checkWeekdays(quiet);
        }
        List<RuleSetting> rules = wanted.rules();
        for (int i = 0; i < rules.size(); i++) {
            checkRule("/rules/" + i, rules.get(i));
        }
    }

    private static void checkZone(String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw Problem.validation("/timeZone", "unknown", "Must be a time zone such as Europe/Berlin");
        }
    }

    private static void checkTime(String pointer, String time) {
        if (time == null || !TIME_OF_DAY.matcher(time).matches()) {
            throw Problem.validation(pointer, "invalid-value", "Must be a time such as 22:00");
        }
    }

    // JSON may have null in place of a day.
    private static void checkWeekdays(QuietHours quiet) {
        if (quiet.weekdays() == null || quiet.weekdays().isEmpty()) {
            throw Problem.validation("/quietHours/weekdays", "required", "Select at least one day");
        }
        if (quiet.weekdays().stream().anyMatch(day -> day == null)) {
            throw Problem.validation("/quietHours/weekdays", "invalid-value", "Must be days such as MONDAY");
        }
    }

    private static void checkRule(String pointer, RuleSetting setting) {
        WarningRule.Unit unit = setting.rule().unit();
        Long threshold = setting.threshold();
        if (unit == null && threshold != null) {
            throw Problem.validation(pointer + "/threshold", "not-allowed", "This rule has no threshold");
        }
        if (threshold != null) {
            long most = unit == WarningRule.Unit.MINUTES ? WEEK_IN_MINUTES : MOST;
            checkRange(pointer + "/threshold", threshold, 1, most);
        }
        checkRange(pointer + "/minimumMinutes", setting.minimumMinutes(), 0, WEEK_IN_MINUTES);
        if (setting.repeatMinutes() != 0) {
            checkRange(pointer + "/repeatMinutes", setting.repeatMinutes(), SHORTEST_REPEAT, WEEK_IN_MINUTES);
        }
    }

    private static void checkRange(String pointer, long value, long least, long most) {
        if (value < least || value > most) {
            throw Problem.validation(pointer, "out-of-range", "Must be between %d and %d".formatted(least, most));
        }
    }
}
