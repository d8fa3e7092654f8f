package io.counterpart.channel.event;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.EventStreamClient;
import io.counterpart.channel.testing.KafkaHeadquarters;
import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.contract.SyncStatus;
import io.counterpart.contract.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class EventStreamIT extends ChannelServiceContext {

    @Autowired
    private ChannelEventPublisher events;

    @Autowired
    private EventSubscribers subscribers;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void publishesTheNumberToTheCreatingChannelAndTheChangeToOthers() throws IOException {
        try (EventStreamClient atHarbor = listenAtHarbor(null);
                EventStreamClient atStation = listenAtStation(null)) {
            UUID id = create();
            String number = KafkaHeadquarters.accountNumber();

            HQ.publish(Topics.CUSTOMERS_1010, number, SnapshotFixtures.converted(id, number, "Told"));

            var synced = atHarbor.event(event -> event.is("customer-synced", id));
            assertThat(synced.data()).contains("\"accountNumber\":\"" + number + "\"");
            assertThat(synced.data()).doesNotContain("Told");
            atStation.event(event -> event.is("customer-changed", id));
            assertThat(atHarbor.response().headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/event-stream");
        }
    }

    @Test
    void reportsAFailedCreationAtHeadquarters() throws IOException {
        try (EventStreamClient atHarbor = listenAtHarbor(null)) {
            UUID id = create();

            HQ.publish(
                    Topics.CUSTOMERS_1010,
                    id.toString(),
                    SnapshotFixtures.withoutNumber(id, SyncStatus.SYNC_FAILED, "Failed"));

            atHarbor.event(event -> event.is("customer-sync-failed", id));
        }
    }

    @Test
    void publishesAnEditToAllChannels() throws IOException {
        try (EventStreamClient atStation = listenAtStation(null)) {
            UUID id = create();

            int status = harbor.patch(CUSTOMERS + "/" + id, "{\"firstName\": \"Edited\"}", "If-Match", "\"1\"")
                    .status();

            assertThat(status).isEqualTo(200);
            atStation.event(event -> event.is("customer-changed", id));
        }
    }

    @Test
    void publishesConfigurationToItsChannelOnly() throws IOException {
        try (EventStreamClient atHarbor = listenAtHarbor(null);
                EventStreamClient atStation = listenAtStation(null)) {
            var station = KafkaHeadquarters.channel("STATION", CHANNEL_DATABASE, false, STATION_TOKEN);

            HQ.configure(station);

            atStation.event(event -> event.is("configuration-changed", "\"version\":" + station.version()));
            UUID id = create();
            harbor.patch(CUSTOMERS + "/" + id, "{\"firstName\": \"Later\"}", "If-Match", "\"1\"");
            atHarbor.event(event -> event.is("customer-changed", id));
            assertThat(atHarbor.events()).noneMatch(event -> event.is("configuration-changed", "1070"));
        }
    }

    @Test
    void resumesBehindTheLastEventThatWasSeen() throws IOException {
        String mark = UUID.randomUUID().toString();
        String seen;
        try (EventStreamClient first = listenAtHarbor(null)) {
            append(mark + "-0");
            seen = first.event(event -> event.data().contains(mark)).id();
        }
        IntStream.range(1, 1_300).forEach(i -> append(mark + "-" + i));

        try (EventStreamClient again = listenAtHarbor(seen)) {
            again.event(event -> event.data().contains(mark + "-1299\""));
            assertThat(again.events())
                    .filteredOn(event -> event.data().contains(mark))
                    .extracting(EventStreamClient.Event::data)
                    .containsExactlyElementsOf(IntStream.range(1, 1_300)
                            .mapToObj(i -> data(mark + "-" + i))
                            .toList());
        }
    }

    @Test
    void losesNoEventWhoseTransactionCommitsLate() throws IOException {
        String early = "early-" + UUID.randomUUID();
        String late = "late-" + UUID.randomUUID();
        try (EventStreamClient atHarbor = listenAtHarbor(null)) {
            new TransactionTemplate(transactions).executeWithoutResult(outer -> {
                events.append(List.of(event(late)));
                append(early);
                atHarbor.event(event -> event.data().contains(early));
            });

            String lateId = atHarbor.event(event -> event.data().contains(late)).id();
            String earlyId =
                    atHarbor.event(event -> event.data().contains(early)).id();
            assertThat(Long.parseLong(lateId)).isGreaterThan(Long.parseLong(earlyId));
        }
    }

    @Test
    void saysSoWhenEventsWereMissed() throws IOException {
        append("to have any");
        try (EventStreamClient fromTheFuture = listenAtHarbor("999999999")) {
            fromTheFuture.event(event -> event.type().equals("events-missed"));
        }
        assertThat(harbor.send("GET", "/api/v1/events", "text/plain", new byte[0], "Last-Event-ID", "x")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void dropsWhoDoesNotReadAndServesTheOthers() throws IOException {
        String mark = UUID.randomUUID().toString();
        String fat = "x".repeat(10_000);
        try (Socket lazy = new Socket();
                EventStreamClient diligent = listenAtHarbor(null)) {
            // A closed connection is detected with the next heartbeat.
            await().until(() -> listeners("STATION") == 0);
            lazy.setReceiveBufferSize(4_096);
            lazy.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
            lazy.getOutputStream()
                    .write(("GET /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + STATION_TOKEN
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            await().until(() -> listeners("STATION") == 1);

            for (int i = 0; i < 12; i++) {
                var many = new ArrayList<ChannelEvent>();
                IntStream.range(0, 250).forEach(n -> many.add(event(fat)));
                appendAll(many);
            }
            append(mark);

            diligent.event(event -> event.data().contains(mark));
            await().atMost(Duration.ofSeconds(60)).until(() -> listeners("STATION") == 0);
            assertThat(diligent.events()).hasSizeGreaterThanOrEqualTo(3_001);
        }
    }

    @Test
    void keepsWhoIsSlowButReads() throws IOException {
        String mark = UUID.randomUUID().toString();
        String fat = "x".repeat(10_000);
        try (EventStreamClient slow = EventStreamClient.connect(port(), HARBOR_TOKEN, null)) {
            for (int page = 0; page < 12; page++) {
                appendAll(IntStream.range(page * 250, (page + 1) * 250)
                        .mapToObj(i -> event(mark + "-" + i + "-" + fat))
                        .toList());
            }
            // The dispatcher has tried to send all events by now.
            pause(Duration.ofSeconds(1));

            slow.startReading().event(event -> event.data().contains(mark + "-2999-"));
            assertThat(slow.events())
                    .filteredOn(event -> event.data().contains(mark))
                    .extracting(EventStreamClient.Event::data)
                    .containsExactlyElementsOf(IntStream.range(0, 3_000)
                            .mapToObj(i -> data(mark + "-" + i + "-" + fat))
                            .toList());
        }
    }

    @Test
    void refusesMoreStreamsThanATillNeeds() throws IOException {
        var open = new ArrayList<EventStreamClient>();
        try {
            await().until(() -> listeners("STATION") == 0);
            for (int i = 0; i < EventSubscribers.MOST_OF_ONE_CALLER; i++) {
                open.add(listenAtStation(null));
            }
            try (EventStreamClient oneTooMany = listenAtStation(null)) {
                assertThat(oneTooMany.response().statusCode()).isEqualTo(429);
                assertThat(oneTooMany.response().headers().firstValue("Retry-After"))
                        .isPresent();
                await().until(oneTooMany::hasEnded);
                assertThat(oneTooMany.text()).contains("\"/problems/rate-limited\"");
            }
        } finally {
            for (EventStreamClient each : open) {
                each.close();
            }
        }
    }

    private static void pause(Duration duration) {
        await().pollDelay(duration).until(() -> true);
    }

    private UUID create() {
        return UUID.fromString(
                harbor.post(CUSTOMERS, "{\"lastName\": \"Told\"}").text("asyncCustomerId"));
    }

    private long listeners(String channel) {
        long count = 0;
        for (EventSubscription stream : subscribers) {
            count += stream.caller().channel().equals(channel) ? 1 : 0;
        }
        return count;
    }

    private void append(String text) {
        appendAll(List.of(event(text)));
    }

    private void appendAll(List<ChannelEvent> many) {
        var separate = new TransactionTemplate(transactions);
        separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        separate.executeWithoutResult(status -> events.append(many));
    }

    private static ChannelEvent event(String text) {
        return new ChannelEvent(EventType.CUSTOMER_CHANGED, null, null, data(text), Instant.now());
    }

    private static String data(String text) {
        return "{\"text\":\"" + text + "\"}";
    }
}
