package io.counterpart.hq.alert;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.hq.home.WarningRule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** When alerts fire, repeat and recover: minimum duration, quiet hours, several instances, a restart. */
@AlertContext
class AlertEvaluationIT extends AlertSupport {

    @Autowired
    AlertTexts texts;

    @Test
    void firesAfterTheMinimumDurationAndForgetsWhatWasShorter() {
        only(5, 0, false, null);
        webhook();
        work.hold("1010", true);
        schedule.evaluate();
        time.advance(Duration.ofMinutes(4));
        schedule.evaluate();
        work.hold("1010", false);
        schedule.evaluate();
        assertThat(work.count("alert")).isZero();

        work.hold("1010", true);
        schedule.evaluate();
        time.advance(Duration.ofMinutes(5));
        assertThat(count("true")).isZero();
        schedule.evaluate();
        assertThat(messages()).hasSize(1);
    }

    @Test
    void repeatsAtTheIntervalWhatHasArrived() {
        only(0, 60, false, null);
        webhook();
        work.hold("1010", true);
        schedule.evaluate();
        time.advance(Duration.ofMinutes(60));
        schedule.evaluate();
        assertThat(count("true")).as("the first one has not arrived").isEqualTo(1);
        work.jdbcUpdate("update alert_delivery set status = 'SENT'");

        time.advance(Duration.ofMinutes(59));
        schedule.evaluate();
        assertThat(count("kind = 'REPEATED'")).isZero();
        time.advance(Duration.ofMinutes(1));
        schedule.evaluate();
        assertThat(count("kind = 'REPEATED'")).isEqualTo(1);
    }

    @Test
    void holdsBackInQuietHoursWhatStillHoldsAtTheirEnd() {
        only(0, 0, false, NIGHTS);
        webhook();
        time.set("2026-11-20T23:00:00Z");
        work.hold("1010", true);
        work.hold("1070", true);
        schedule.evaluate();
        assertThat(list.list(true, Long.MAX_VALUE, 10)).hasSize(2);
        assertThat(count("true")).isZero();

        time.set("2026-11-21T05:59:00Z");
        work.hold("1070", false);
        schedule.evaluate();
        assertThat(count("true")).isZero();
        time.set("2026-11-21T06:00:00Z");
        schedule.evaluate();
        assertThat(work.texts("select subject || ' ' || kind from alert_delivery join alert on alert.id = alert_id"))
                .containsExactly("1010 FIRED");
        schedule.evaluate();
        assertThat(count("true")).isEqualTo(1);
    }

    @Test
    void reportsAfterQuietHoursThatAnAlertRecoveredInThem() {
        only(0, 0, false, NIGHTS);
        webhook();
        work.hold("1010", true);
        schedule.evaluate();
        time.set("2026-11-21T00:00:00Z");
        work.hold("1010", false);
        schedule.evaluate();
        assertThat(count("kind = 'RECOVERED'")).isZero();

        time.set("2026-11-21T06:30:00Z");
        schedule.evaluate();
        assertThat(count("kind = 'RECOVERED'")).isEqualTo(1);
        assertThat(work.texts("select message ->> 'recoveredAt' from alert_delivery where kind = 'RECOVERED'"))
                .containsExactly("2026-11-21T00:00:00Z");
        schedule.evaluate();
        assertThat(count("kind = 'RECOVERED'")).isEqualTo(1);
    }

    @Test
    void aCriticalRuleIgnoresQuietHours() {
        only(0, 0, true, NIGHTS);
        webhook();
        time.set("2026-11-20T23:00:00Z");
        work.hold("1010", true);
        schedule.evaluate();

        assertThat(count("kind = 'FIRED'")).isEqualTo(1);
    }

    @Test
    void whatFiredBeforeThereWasADestinationIsSentWhenThereIsOne() {
        work.hold("1010", true);
        assertThat(schedule.evaluate()).as("nobody would be told").isFalse();
        assertThat(work.count("alert")).isZero();

        webhook();
        schedule.evaluate();
        assertThat(count("kind = 'FIRED'")).isEqualTo(1);
        destinations.remove(destinations.list().get(0).id());
        assertThat(messages().get(0).status()).isEqualTo("SUPERSEDED");
        work.hold("1010", false);
        assertThat(schedule.evaluate()).as("the alert has to end").isTrue();
        assertThat(list.list(true, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void aRuleThatIsSwitchedOffEndsItsAlertWithoutAMessage() {
        webhook();
        work.hold("1010", true);
        schedule.evaluate();
        settings.save(
                new AlertSettings(
                        "UTC",
                        null,
                        settings.read().settings().rules().stream()
                                .map(rule -> new AlertSettings.RuleSetting(rule.rule(), false, null, 0, 0, false))
                                .toList()),
                settings.read().version());
        schedule.evaluate();

        assertThat(list.list(true, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(messages())
                .extracting(AlertListRepository.AlertDeliveryView::status)
                .containsExactly("SUPERSEDED");
    }

    @Test
    void twoInstancesEvaluateAndSendOnce() {
        webhook();
        work.hold("1010", true);
        AlertSchedule other = otherNode();
        var both = List.of(
                CompletableFuture.supplyAsync(schedule::evaluate), CompletableFuture.supplyAsync(other::evaluate));
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
        assertThat(count("true")).isEqualTo(1);

        AlertDeliveryWorker second = otherWorker();
        for (int round = 0; round < 10; round++) {
            List.of(CompletableFuture.runAsync(worker::start), CompletableFuture.runAsync(second::start))
                    .forEach(CompletableFuture::join);
        }
        await().until(() -> count("status = 'SENT'") == 1);
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void anotherInstanceTakesOverFromOneThatIsGone() {
        webhook();
        work.hold("1010", true);
        assertThat(schedule.evaluate()).isTrue();
        AlertSchedule other = otherNode();
        time.advance(Duration.ofSeconds(119));
        assertThat(other.evaluate()).isFalse();
        time.advance(Duration.ofSeconds(1));
        assertThat(other.evaluate()).isTrue();
        assertThat(schedule.evaluate()).isFalse();
        assertThat(count("true")).isEqualTo(1);
    }

    @Test
    void continuesAfterAnInstanceEndedWhileItWasSending() {
        webhook();
        work.hold("1010", true);
        schedule.evaluate();
        // The instance claims the destination, and ends.
        var claimed = deliveries.claim(UUID.randomUUID(), 10, time.now(), AlertDeliveryWorker.LEASE);
        assertThat(claimed).hasSize(1);

        AlertDeliveryWorker second = otherWorker();
        second.start();
        time.advance(AlertDeliveryWorker.LEASE.minusSeconds(1));
        second.start();
        assertThat(receiver.received()).isEmpty();
        time.advance(Duration.ofSeconds(1));
        second.start();
        await().until(() -> count("status = 'SENT'") == 1);
        assertThat(receiver.received()).hasSize(1);
    }

    /** The home page shows the error of a run, which could name a customer. */
    @Test
    void leavesStoredErrorsOut() {
        settings.save(new AlertSettings("UTC", null, List.of()), settings.read().version());
        webhook();
        work.jdbcUpdate("""
                insert into batch_job_run (job, trigger, node, started_at, finished_at, outcome, error)
                values ('9999', 'RECURRENCE', 'test', now(), now(), 'ERROR', 'Ann Lee is not valid')
                """);
        schedule.evaluate();
        work.jdbcUpdate("delete from batch_job_run where node = 'test'");

        assertThat(work.texts("select message::text from alert_delivery"))
                .anySatisfy(message -> assertThat(message).contains("The last run of job 9999 failed"))
                .allSatisfy(message -> assertThat(message).doesNotContain("Ann"));
        assertThat(work.texts("select coalesce(explanation, 'none') from alert where rule = 'JOB_FAILED'"))
                .containsExactly("none");
    }

    @ParameterizedTest
    @EnumSource(WarningRule.class)
    void everyRuleHasAdvice(WarningRule rule) {
        var alert =
                new Alert(1, rule.name(), "", "warn", "Title", null, "/", time.now(), time.now(), null, null, false);

        assertThat(texts.of(alert, null).advice()).isNotEqualTo(texts.text("alerts.advice.other"));
    }
}
