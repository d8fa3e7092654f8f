package io.counterpart.channel.event;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.channel.testing.EventStreamClient;
import io.counterpart.channel.testing.HqConfigurations;
import io.counterpart.channel.testing.KafkaHeadquarters;
import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.contract.SyncStatus;
import io.counterpart.contract.Topics;

import static org.assertj.core.api.Assertions.assertThat;

class EventStreamIT extends EventStreamContext {

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
            var station = HqConfigurations.channel("STATION", CHANNEL_DATABASE, false, STATION_TOKEN);

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

    private UUID create() {
        return UUID.fromString(
                harbor.post(CUSTOMERS, "{\"lastName\": \"Told\"}").text("asyncCustomerId"));
    }
}
