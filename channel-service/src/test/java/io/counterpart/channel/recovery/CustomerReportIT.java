package io.counterpart.channel.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.KafkaHeadquarters;
import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.contract.session.ChannelReport;
import io.counterpart.contract.session.ChannelReport.ReportedCustomers;
import io.counterpart.contract.snapshot.CustomerSnapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CustomerReportIT extends ChannelServiceContext {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    private HighestAccountNumber highest;

    @Test
    void reportsACustomerAsItsSnapshotToldIt() {
        CustomerSnapshot snapshot = arrived();
        UUID request = UUID.randomUUID();

        ask(request, Instant.EPOCH);

        await().atMost(SOON).until(() -> isComplete(request));
        CustomerSnapshot reported =
                reported(request, snapshot.asyncCustomerId()).orElseThrow();
        assertThat(reported)
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                // PostgreSQL stores microseconds.
                .withComparatorForType(
                        (one, other) -> Duration.between(one, other).abs().toMillis() == 0 ? 0 : one.compareTo(other),
                        Instant.class)
                .ignoringFields("unchangedSince", "schemaVersion", "appliedOperations")
                .isEqualTo(snapshot);
        assertThat(reported.appliedOperations()).containsAllEntriesOf(snapshot.appliedOperations());
    }

    @Test
    void reportsWhenFieldsWereChanged() {
        Map<String, Instant> times = Map.of("phone", Instant.parse("2026-11-20T12:00:10Z"));
        CustomerSnapshot snapshot = SnapshotFixtures.edited(arrived(), times);
        HQ.publish(Topics.CUSTOMERS_1010, String.valueOf(snapshot.accountNumber()), snapshot);
        await().atMost(SOON)
                .until(() -> jdbc.queryForObject(
                        "select changed_at is not null from customer where async_customer_id = ?",
                        Boolean.class,
                        snapshot.asyncCustomerId()));
        UUID request = UUID.randomUUID();

        ask(request, Instant.EPOCH);

        await().atMost(SOON).until(() -> isComplete(request));
        assertThat(reported(request, snapshot.asyncCustomerId()).orElseThrow().changedAt())
                .isEqualTo(times);
    }

    // HQ applies the pending edits after the report: by its times an earlier one does not replace the last value.
    @Test
    void reportsWhenPendingEditsWereMade() {
        UUID id = UUID.fromString(harbor.post(CUSTOMERS, "{\"lastName\": \"Lee\", \"phone\": \"+1 555 0100\"}")
                .text("asyncCustomerId"));
        CustomerSnapshot converted = SnapshotFixtures.foreign(id, KafkaHeadquarters.accountNumber(), "Lee");
        HQ.publish(Topics.CUSTOMERS_1010, String.valueOf(converted.accountNumber()), converted);
        String path = CUSTOMERS + "/" + id;
        await().atMost(SOON)
                .until(() -> !harbor.get(path).json().path("accountNumber").isNull());
        edit(path, "+1 555 0101");
        edit(path, "+1 555 0102");
        Instant last = Instant.parse(MessageJson.mapper()
                .readTree(jdbc.queryForObject(
                        "select payload from async_operation where aggregateid = ? order by aggregateversion desc limit 1",
                        String.class,
                        id.toString()))
                .path("occurredAt")
                .asString());
        UUID request = UUID.randomUUID();

        ask(request, Instant.EPOCH);

        await().atMost(SOON).until(() -> isComplete(request));
        CustomerSnapshot reported = reported(request, id).orElseThrow();
        assertThat(reported.content().profile().phone()).isEqualTo("+1 555 0102");
        assertThat(reported.changedAt()).containsEntry("phone", last);
    }

    private void edit(String path, String phone) {
        ApiClient.Response answer = harbor.patch(
                path,
                "{\"phone\": \"%s\"}".formatted(phone),
                "If-Match",
                harbor.get(path).header("ETag"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void reportsNothingThatArrivedEarlier() {
        CustomerSnapshot snapshot = arrived();
        UUID request = UUID.randomUUID();

        ask(request, Instant.now().plusSeconds(60));

        await().atMost(SOON).until(() -> isComplete(request));
        assertThat(reported(request, snapshot.asyncCustomerId())).isEmpty();
    }

    @Test
    void theHeartbeatNamesTheHighestAccountNumber() {
        arrived();

        assertThat(highest.value())
                .isEqualTo(jdbc.queryForObject(
                        "select account_number from customer where account_number is not null"
                                + " order by length(account_number) desc, account_number desc limit 1",
                        String.class));
    }

    // HQ's database may be lost before 1010 has published it.
    @Test
    void theHeartbeatKnowsTheAccountNumberOfASynchronousCreationAtOnce() {
        highest.value();
        REAL_TIME.behave(REAL_TIME.doing());
        for (int i = 0; i < 20; i++) {
            station.post(CUSTOMERS, "{\"lastName\": \"Synchronous\"}");
        }

        theHeartbeatNamesTheHighestAccountNumber();
    }

    private CustomerSnapshot arrived() {
        UUID id = UUID.randomUUID();
        CustomerSnapshot snapshot = SnapshotFixtures.foreign(id, KafkaHeadquarters.accountNumber(), "N" + id);
        HQ.publish(Topics.CUSTOMERS_1010, String.valueOf(snapshot.accountNumber()), snapshot);
        await().atMost(SOON)
                .until(() -> Integer.valueOf(1)
                        .equals(jdbc.queryForObject(
                                "select count(*) from customer where async_customer_id = ?", Integer.class, id)));
        return snapshot;
    }

    private static void ask(UUID request, Instant since) {
        HQ.publish(
                Topics.CONTROL,
                CHANNEL_DATABASE,
                JobCommand.reportCustomers(CHANNEL_DATABASE, request, since, Instant.now()));
    }

    private static boolean isComplete(UUID request) {
        return portions(request).stream().anyMatch(ReportedCustomers::last);
    }

    private static Optional<CustomerSnapshot> reported(UUID request, UUID customer) {
        return portions(request).stream()
                .flatMap(it -> it.snapshots().stream())
                .filter(it -> it.asyncCustomerId().equals(customer))
                .findFirst();
    }

    private static List<ReportedCustomers> portions(UUID request) {
        return HQ.recordsOf(Topics.SESSIONS, CHANNEL_DATABASE).stream()
                .map(it -> MessageJson.read(it.value(), ChannelReport.class))
                .filter(ReportedCustomers.class::isInstance)
                .map(ReportedCustomers.class::cast)
                .filter(it -> it.request().equals(request))
                .toList();
    }
}
