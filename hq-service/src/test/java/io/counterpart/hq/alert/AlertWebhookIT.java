package io.counterpart.hq.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Alerts to a receiver that fails, hangs, and answers in the end. */
@AlertContext
class AlertWebhookIT extends AlertSupport {

    @Test
    void aReceiverThatFailsAndHangsGetsTheSameMessageUntilItAnswers() {
        webhook();
        receiver.thenAnswer(503).thenHang();
        double sent = counted("hq.alerts.sent", "webhook");
        double failed = counted("hq.alerts.failed", "webhook");
        work.hold("1010", true);

        assertThat(schedule.evaluate()).isTrue();
        worker.start();
        await().until(() -> count("attempts = 1 and last_error = 'HTTP 503'") == 1);
        awaitIdle();
        worker.start();
        assertThat(work.number("select count(*) from alert_destination where claim is not null"))
                .as("it is not due yet")
                .isZero();

        time.advance(Duration.ofSeconds(15));
        worker.start();
        await().until(() -> receiver.received().size() == 2);
        time.advance(Duration.ofSeconds(30));
        assertThat(schedule.evaluate()).as("while the receiver hangs").isTrue();
        await().until(() -> count("attempts = 2 and last_error = 'Timed out'") == 1);
        awaitIdle();

        time.advance(Duration.ofSeconds(30));
        worker.start();
        await().until(() -> count("status = 'SENT' and attempts = 3") == 1);
        assertThat(receiver.received()).hasSize(3);
        assertThat(receiver.received().stream()
                        .map(it -> it.header("Idempotency-Key"))
                        .distinct())
                .hasSize(1);
        assertThat(receiver.received().stream()
                        .map(WebhookReceiver.Received::body)
                        .distinct())
                .hasSize(1);
        assertThat(counted("hq.alerts.sent", "webhook") - sent).isEqualTo(1);
        assertThat(counted("hq.alerts.failed", "webhook") - failed).isEqualTo(2);
    }

    @Test
    void saysWhatHappenedAndThatItIsOver() {
        webhook();
        work.hold("1010", true);
        fireAndSend(1);
        work.hold("1010", false);
        time.advance(Duration.ofMinutes(3));
        fireAndSend(2);

        JsonNode fired = json.tree(receiver.received().get(0).body());
        assertThat(fired.path("type").asString()).isEqualTo("alert.fired");
        assertThat(fired.path("rule").asString()).isEqualTo("JOB_ON_HOLD");
        assertThat(fired.path("subject").asString()).isEqualTo("1010");
        assertThat(fired.path("title").asString()).isEqualTo("Job 1010 is on hold");
        assertThat(fired.path("advice").asString()).contains("Release the job");
        assertThat(fired.path("since").asString()).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(fired.path("recoveredAt").isNull()).isTrue();
        assertThat(fired.path("url").asString()).isEqualTo("https://hq.example/jobs/1010");
        JsonNode recovered = json.tree(receiver.received().get(1).body());
        assertThat(recovered.path("type").asString()).isEqualTo("alert.recovered");
        assertThat(recovered.path("recoveredAt").asString()).isEqualTo("2026-11-20T12:03:00Z");
        assertThat(recovered.path("id").asString())
                .isEqualTo(receiver.received().get(1).header("Idempotency-Key"))
                .isNotEqualTo(fired.path("id").asString());
        fireAndSend(2);
    }

    @Test
    void signsEachRequestAndAfterARotationWithBothSecretsForADay() {
        String first = webhook();
        work.hold("1010", true);
        fireAndSend(1);
        assertSigned(0, List.of(first));

        var id = destinations.list().get(0).id();
        String second = String.valueOf(destinations.rotate(id).secret());
        assertThat(second).isNotEqualTo(first);
        destinations.test(id);
        send(2);
        assertSigned(1, List.of(second, first));

        time.advance(AlertDestinationService.ROTATION);
        destinations.test(id);
        send(3);
        assertSigned(2, List.of(second));
    }

    @Test
    void aReceiverThatWasUnavailableAllTheTimeIsToldOnlyOfTheEnd() {
        webhook();
        receiver.thenAnswer(500);
        work.hold("1010", true);
        schedule.evaluate();
        worker.start();
        await().until(() -> count("attempts = 1") == 1);
        awaitIdle();
        work.hold("1010", false);
        schedule.evaluate();
        time.advance(Duration.ofDays(1));
        send(1);

        assertThat(messages())
                .extracting(AlertListRepository.AlertDeliveryView::status)
                .containsExactlyInAnyOrder("SUPERSEDED", "SENT");
        assertThat(receiver.received().get(1).body()).contains("alert.recovered");
    }

    @Test
    void givesUpAfterADayAndSaysSo() {
        webhook();
        work.hold("1010", true);
        schedule.evaluate();
        var pauses = new ArrayList<Long>();
        while (count("status = 'PENDING'") > 0) {
            receiver.thenAnswer(500);
            worker.start();
            int attempts = pauses.size() + 1;
            await().until(() -> count("attempts = " + attempts) == 1);
            awaitIdle();
            Instant next = Instant.ofEpochSecond(
                    work.number("select extract(epoch from next_attempt_at)::bigint from alert_delivery"));
            pauses.add(Duration.between(time.now(), next).toSeconds());
            time.advance(Duration.between(time.now(), next));
        }

        assertThat(pauses).startsWith(15L, 30L, 60L, 120L).isSorted().hasSize(14);
        assertThat(pauses).last().isEqualTo(Duration.ofHours(6).toSeconds());
        assertThat(messages().get(0).status()).isEqualTo("GIVEN_UP");
        assertThat(messages().get(0).lastError()).isEqualTo("HTTP 500");
        assertThat(counted("hq.alerts.given.up", "webhook")).isPositive();
    }

    @Test
    void followsNoRedirect() {
        webhook();
        receiver.thenAnswer(302);
        work.hold("1010", true);
        schedule.evaluate();
        worker.start();
        await().until(() -> count("last_error = 'HTTP 302'") == 1);
        awaitIdle();

        assertThat(receiver.received())
                .extracting(WebhookReceiver.Received::path)
                .containsExactly("/alerts");
    }

    private void fireAndSend(int received) {
        assertThat(schedule.evaluate()).isTrue();
        send(received);
    }

    private void send(int received) {
        worker.start();
        await().until(() -> count("status = 'SENT'") == received);
        awaitIdle();
        assertThat(receiver.received().size()).isGreaterThanOrEqualTo(1);
    }

    private void awaitIdle() {
        await().until(() -> work.number("select count(*) from alert_destination where claim is not null") == 0);
    }

    private void assertSigned(int request, List<String> secrets) {
        WebhookReceiver.Received received = receiver.received().get(request);
        assertThat(received.header("Counterpart-Signature"))
                .isEqualTo(WebhookSignature.of(time.now(), received.body().getBytes(UTF_8), secrets));
    }
}
