package io.counterpart.hq.alert;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.alert.AlertListRepository.AlertView;
import io.counterpart.hq.alert.AlertSettings.RuleSetting;
import io.counterpart.hq.alert.AlertSettingsRepository.VersionedSettings;
import io.counterpart.hq.home.WarningRule;
import io.counterpart.hq.problem.CursorPages;
import io.counterpart.hq.problem.ETags;
import io.counterpart.hq.problem.ListResponse;
import io.counterpart.support.problem.Problem;

/** REST resource of alerts and their settings. */
@RestController
@RequestMapping("/api/v1")
class AlertController {

    private final AlertListRepository alerts;
    private final AlertSettingsService settings;

    AlertController(AlertListRepository alerts, AlertSettingsService settings) {
        this.alerts = alerts;
        this.settings = settings;
    }

    @GetMapping("/alerts")
    ListResponse<AlertView> list(
            @RequestParam(required = false) @Nullable Boolean firing,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        List<AlertView> read = alerts.list(firing, CursorPages.before(cursor), CursorPages.read(limit));
        return CursorPages.of(read, limit, AlertView::id);
    }

    @GetMapping("/alert-settings")
    ResponseEntity<AlertSettings> read() {
        return respond(settings.read());
    }

    @PutMapping("/alert-settings")
    ResponseEntity<AlertSettings> save(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AlertSettingsRequest request) {
        return respond(settings.save(request.checked(), ETags.expected(ifMatch)));
    }

    private static ResponseEntity<AlertSettings> respond(VersionedSettings stored) {
        return ETags.tagged(stored.version(), stored.settings());
    }

    /**
     * The new settings.
     *
     * @param timeZone null: UTC
     * @param quietHours null: there are none
     * @param rules a rule that is left out gets its default
     */
    record AlertSettingsRequest(
            @Nullable String timeZone,
            @Nullable QuietHours quietHours,
            @Nullable List<@Nullable AlertRuleRequest> rules) {

        AlertSettings checked() {
            var checked = new ArrayList<RuleSetting>();
            var seen = EnumSet.noneOf(WarningRule.class);
            for (AlertRuleRequest request : Objects.requireNonNullElse(rules, List.<AlertRuleRequest>of())) {
                String pointer = "/rules/%d/rule".formatted(checked.size());
                WarningRule rule = request == null ? null : request.rule();
                if (request == null || rule == null) {
                    throw Problem.validation(pointer, "required", "A value is required");
                }
                if (!seen.add(rule)) {
                    throw Problem.validation(pointer, "not-unique", "The rule has a setting already");
                }
                checked.add(request.setting(rule));
            }
            return new AlertSettings(Objects.requireNonNullElse(timeZone, "UTC"), quietHours, checked);
        }
    }

    /** The new setting of one rule; a value that is left out gets its default. */
    record AlertRuleRequest(
            @Nullable WarningRule rule,
            @Nullable Boolean enabled,
            @Nullable Long threshold,
            @Nullable Integer minimumMinutes,
            @Nullable Integer repeatMinutes,
            @Nullable Boolean ignoresQuietHours) {

        RuleSetting setting(WarningRule of) {
            RuleSetting standard = RuleSetting.ofDefault(of);
            return new RuleSetting(
                    of,
                    Objects.requireNonNullElse(enabled, standard.enabled()),
                    threshold,
                    Objects.requireNonNullElse(minimumMinutes, standard.minimumMinutes()),
                    Objects.requireNonNullElse(repeatMinutes, standard.repeatMinutes()),
                    Objects.requireNonNullElse(ignoresQuietHours, standard.ignoresQuietHours()));
        }
    }
}
