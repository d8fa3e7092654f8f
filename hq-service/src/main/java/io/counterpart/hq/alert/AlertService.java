package io.counterpart.hq.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.alert.AlertSettings.RuleSetting;
import io.counterpart.hq.home.Warning;

/**
 * Compares the conditions that hold with the alerts: fires, repeats and ends these, and writes the messages in the same
 * transaction. Nothing is sent here.
 */
@Service
class AlertService {

    /** After this time without an evaluation, another instance evaluates. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private final AlertRepository alerts;
    private final AlertDeliveryRepository deliveries;
    private final AlertTexts texts;

    AlertService(AlertRepository alerts, AlertDeliveryRepository deliveries, AlertTexts texts) {
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.texts = texts;
    }

    /** Whether this instance evaluates now, and there is something to evaluate for. */
    @Transactional
    public boolean isTurnOf(UUID node, Instant now) {
        return alerts.isNeeded() && alerts.own(node, now, LEASE);
    }

    /**
     * Applies an evaluation, unless another instance has taken over since.
     *
     * @param holding all conditions that hold
     */
    @Transactional
    public void apply(UUID node, Instant now, AlertSettings settings, List<Warning> holding) {
        if (!alerts.own(node, now, LEASE)) {
            return;
        }
        var conditions = new LinkedHashMap<Condition, Warning>();
        holding.forEach(warning -> conditions.put(new Condition(warning.rule().name(), warning.subject()), warning));
        boolean quiet = settings.isQuiet(now);
        for (Alert alert : alerts.unfinished()) {
            RuleSetting rule = settings.of(alert.rule());
            boolean silent = quiet && (rule == null || !rule.ignoresQuietHours());
            if (alert.recoveredAt() != null) {
                reportRecovery(alert, alert.recoveredAt(), silent, now);
            } else {
                Warning warning = conditions.remove(new Condition(alert.rule(), alert.subject()));
                update(alert, warning, rule, silent, now);
            }
        }
        conditions.values().forEach(warning -> begin(warning, settings, quiet, now));
    }

    /** Only what the home page shows begins an alert; the alert lasts as long as the condition. */
    private void begin(Warning warning, AlertSettings settings, boolean quiet, Instant now) {
        RuleSetting rule = settings.of(warning.rule().name());
        if (rule != null && rule.enabled() && warning.shown()) {
            advance(alerts.begin(warning, now), rule, quiet && !rule.ignoresQuietHours(), now);
        }
    }

    private void update(
            Alert alert, @Nullable Warning warning, @Nullable RuleSetting rule, boolean silent, Instant now) {
        if (rule == null || !rule.enabled()) {
            close(alert, now);
        } else if (warning == null) {
            recover(alert, silent, now);
        } else {
            boolean same = alert.level().equals(warning.level())
                    && alert.title().equals(texts.title(warning))
                    && Objects.equals(alert.explanation(), texts.explanation(warning));
            advance(same ? alert : alerts.describe(alert, warning), rule, silent, now);
        }
    }

    /** Fires an alert that has lasted long enough, and writes the messages that are due. */
    private void advance(Alert alert, RuleSetting rule, boolean silent, Instant now) {
        boolean fires = alert.firedAt() != null;
        if (!fires
                && !alert.since()
                        .plus(Duration.ofMinutes(rule.minimumMinutes()))
                        .isAfter(now)) {
            alerts.fire(alert.id(), now);
            fires = true;
        }
        if (!fires || silent) {
            return;
        }
        AlertMessage message = texts.of(alert, null);
        Instant last = alert.notifiedAt();
        if (last == null) {
            // Without a destination, the first message waits until there is one.
            if (deliveries.add(alert.id(), "FIRED", message, now) > 0) {
                alerts.notified(alert.id(), now);
            }
        } else if (rule.repeatMinutes() > 0
                && !last.plus(Duration.ofMinutes(rule.repeatMinutes())).isAfter(now)) {
            deliveries.repeat(alert.id(), message, now);
            alerts.notified(alert.id(), now);
        }
    }

    private void recover(Alert alert, boolean silent, Instant now) {
        if (alert.firedAt() == null) {
            alerts.forget(alert.id());
            return;
        }
        boolean notified = alert.notifiedAt() != null;
        alerts.recover(alert.id(), now, notified);
        if (notified) {
            reportRecovery(alert, now, silent, now);
        }
    }

    private void reportRecovery(Alert alert, Instant recoveredAt, boolean silent, Instant now) {
        if (!silent) {
            deliveries.addRecovery(alert.id(), texts.of(alert, recoveredAt), now);
            alerts.recoveryReported(alert.id());
        }
    }

    /** Ends an alert whose rule is off, because its condition is no longer evaluated. */
    private void close(Alert alert, Instant now) {
        if (alert.firedAt() == null) {
            alerts.forget(alert.id());
        } else {
            alerts.recover(alert.id(), now, false);
            deliveries.supersede(alert.id(), now);
        }
    }

    /** What identifies a condition. */
    private record Condition(String rule, String subject) {}
}
