package io.counterpart.hq.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

import io.counterpart.hq.home.Warning;
import io.counterpart.hq.home.WarningEvaluator;
import io.counterpart.hq.language.PageLanguage;

/**
 * Evaluates the rules at an interval on one instance, and starts to send what is due on every one. The conditions are
 * read before the transaction that stores the alerts.
 */
@Component
class AlertSchedule implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(AlertSchedule.class);

    private final WarningEvaluator warnings;
    private final AlertSettingsRepository settings;
    private final AlertService alerts;
    private final AlertDeliveryWorker worker;
    private final AlertProperties properties;
    private final Clock clock;
    private final UUID node = UUID.randomUUID();

    AlertSchedule(
            WarningEvaluator warnings,
            AlertSettingsRepository settings,
            AlertService alerts,
            AlertDeliveryWorker worker,
            AlertProperties properties,
            Clock clock) {
        this.warnings = warnings;
        this.settings = settings;
        this.alerts = alerts;
        this.worker = worker;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        if (properties.enabled()) {
            Duration interval = properties.interval();
            // By then, this instance has inspected the topics: what it does not know yet must not seem to be over.
            tasks.addFixedDelayTask(new FixedDelayTask(this::evaluateSafely, interval, interval.multipliedBy(2)));
            Duration pause = properties.sendInterval();
            tasks.addFixedDelayTask(new FixedDelayTask(this::sendSafely, pause, pause));
        }
    }

    private void evaluateSafely() {
        try {
            evaluate();
        } catch (RuntimeException e) {
            log.warn("Alerts could not be evaluated: {}", e.getClass().getSimpleName());
        }
    }

    private void sendSafely() {
        try {
            worker.start();
        } catch (RuntimeException e) {
            log.warn("Alerts could not be sent: {}", e.getClass().getSimpleName());
        }
    }

    /** Returns whether it was the turn of this instance. */
    boolean evaluate() {
        return PageLanguage.inEnglish(this::evaluateInEnglish);
    }

    private boolean evaluateInEnglish() {
        Instant now = clock.instant();
        if (!alerts.isTurnOf(node, now)) {
            return false;
        }
        AlertSettings current = settings.read().settings();
        List<Warning> holding = warnings.warnings(current.thresholds());
        alerts.apply(node, now, current, holding);
        return true;
    }
}
