package io.counterpart.hq.alert;

import java.time.Clock;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;

import com.icegreen.greenmail.store.FolderException;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.hq.alert.AlertDestination.Kind;
import io.counterpart.hq.alert.AlertSettings.RuleSetting;
import io.counterpart.hq.home.WarningEvaluator;
import io.counterpart.hq.home.WarningRule;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.testing.TestDriver;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

/** Base class of tests of alerts about a job on hold, which is the only rule that is on. */
abstract class AlertSupport {

    static final QuietHours NIGHTS = new QuietHours("22:00", "06:00", Arrays.asList(DayOfWeek.values()));

    @Autowired
    AlertSchedule schedule;

    @Autowired
    AlertService alerts;

    @Autowired
    AlertDeliveryWorker worker;

    @Autowired
    AlertDeliveryRepository deliveries;

    @Autowired
    AlertDestinationService destinations;

    @Autowired
    AlertSettingsService settings;

    @Autowired
    AlertSettingsRepository settingsRepository;

    @Autowired
    AlertListRepository list;

    @Autowired
    WarningEvaluator evaluator;

    @Autowired
    AlertProperties properties;

    @Autowired
    EmailSender emails;

    @Autowired
    WebhookSender webhooks;

    @Autowired
    MeterRegistry meters;

    @Autowired
    MovableClock time;

    @Autowired
    Clock clock;

    @Autowired
    MessageJson json;

    @Autowired
    TestDriver work;

    WebhookReceiver receiver = new WebhookReceiver();

    @BeforeEach
    void clear() throws FolderException {
        work.clear();
        MailServer.clear();
        time.set("2026-11-20T12:00:00Z");
        only(0, 0, false, null);
    }

    @AfterEach
    void close() {
        receiver.close();
        // No sender of one test works in the next one.
        await().until(() -> work.number("select count(*) from alert_destination where claim is not null") == 0);
    }

    void only(int minimumMinutes, int repeatMinutes, boolean ignoresQuietHours, @Nullable QuietHours quiet) {
        List<RuleSetting> rules = Arrays.stream(WarningRule.values())
                .map(rule -> new RuleSetting(
                        rule, rule == WarningRule.JOB_ON_HOLD, null, minimumMinutes, repeatMinutes, ignoresQuietHours))
                .toList();
        settings.save(new AlertSettings("UTC", quiet, rules), settings.read().version());
    }

    String webhook() {
        return requireNonNull(destinations.add(Kind.WEBHOOK, receiver.url()).secret());
    }

    AlertSchedule otherNode() {
        return new AlertSchedule(evaluator, settingsRepository, alerts, worker, properties, clock);
    }

    AlertDeliveryWorker otherWorker() {
        return new AlertDeliveryWorker(deliveries, settingsRepository, emails, webhooks, meters, clock);
    }

    /** The messages of the last alert. */
    List<AlertListRepository.AlertDeliveryView> messages() {
        return list.list(null, Long.MAX_VALUE, 1).get(0).deliveries();
    }

    long count(String condition) {
        return work.number("select count(*) from alert_delivery where " + condition);
    }

    double counted(String counter, String kind) {
        return meters.counter(counter, "kind", kind).count();
    }
}
