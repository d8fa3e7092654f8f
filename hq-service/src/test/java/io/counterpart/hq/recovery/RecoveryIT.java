package io.counterpart.hq.recovery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.session.ChannelReport.ReportedCustomers;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.numbering.NumberGate;
import io.counterpart.hq.numbering.NumbersBlockedException;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;
import io.counterpart.hq.topics.WireJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@HqManualContext
class RecoveryIT {

    @Autowired
    TestDriver work;

    @Autowired
    ApiClient client;

    @Autowired
    WireJson json;

    @Autowired
    NumberGate gate;

    @Autowired
    RestoreDetection detection;

    @Autowired
    RecoveryService recoveries;

    @Autowired
    RecoveryRepository repository;

    @Autowired
    RecoveryBatch batch;

    @Autowired
    DatabaseIdentityRepository database;

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
    }

    @Test
    void whileARecoveryRunsNoNumberIsGivenAndNothingFails() {
        recoveries.begin("test", Instant.EPOCH);
        work.stage(List.of(OperationFixtures.creation(UUID.randomUUID())));

        work.synchronize();

        assertThat(work.count("customer")).isZero();
        assertThat(work.texts("select status || attempts from open_operation")).containsExactly("PENDING0");
    }

    @Test
    void theStatementThatGivesNumbersKnowsOfTheBlockThoughThisInstanceDoesNot() {
        work.stage(List.of(OperationFixtures.creation(UUID.randomUUID())));
        assertThat(gate.isBlocked()).isFalse();
        ReflectionTestUtils.setField(gate, "readAt", System.nanoTime() + TimeUnit.MINUTES.toNanos(1));
        work.jdbcUpdate("update number_sequence set blocked = true");

        assertThatThrownBy(work::synchronize).isInstanceOf(NumbersBlockedException.class);

        assertThat(work.texts("select status || attempts from open_operation")).containsExactly("PENDING0");
    }

    @Test
    void aCustomerThatHqLostComesBackWithItsNumberAndNumbersGoOnAboveIt() {
        CustomerSnapshot lost = lost(UUID.randomUUID());
        Recovery open = begun();

        report(open, lost);
        finish(open);

        assertThat(work.accountNumber(lost.asyncCustomerId())).isEqualTo("C-0000001");
        assertThat(published().version()).isEqualTo(lost.version() + 1);
        RecoveryView view = recoveries.all().get(0);
        assertThat(view.customersInserted()).isEqualTo(1);
        assertThat(view.status()).isEqualTo("FINISHED");
        CustomerOperation next = OperationFixtures.creation(UUID.randomUUID());
        work.stage(List.of(next));
        work.synchronize();
        assertThat(work.accountNumber(next.asyncCustomerId())).isEqualTo("C-0001002");
    }

    // The store made its edit first, but its upload was lost: HQ knew only that of the shop when its database was lost.
    @Test
    void anOlderEditThatArrivesAfterwardsDoesNotWin() {
        CustomerOperation creation = OperationFixtures.creation(UUID.randomUUID());
        UUID id = creation.asyncCustomerId();
        Instant noon = creation.occurredAt();
        work.stage(List.of(creation, phone(id, "online", 1, noon.plusSeconds(60), "+1 555 0160")));
        work.synchronize();
        CustomerSnapshot lost = published();
        clear();
        Recovery open = begun();
        report(open, lost);
        finish(open);

        work.stage(List.of(phone(id, "harbor", 2, noon.plusSeconds(10), "+1 555 0110")));
        work.synchronize();

        assertThat(work.texts("select phone from customer")).containsExactly("+1 555 0160");
    }

    @Test
    void whatIsStagedOfItAgainSucceedsWithoutEffect() {
        CustomerOperation creation = OperationFixtures.creation(UUID.randomUUID());
        CustomerSnapshot lost = lost(creation);
        Recovery open = begun();
        report(open, lost);
        finish(open);

        work.stage(List.of(creation));
        work.synchronize();

        assertThat(work.count("customer")).isEqualTo(1);
        assertThat(work.count("open_operation")).isZero();
        assertThat(work.number("select count(*) from retailasynccustomerv2 where onlineoperationcompleted = 1"))
                .isEqualTo(1);
    }

    @Test
    void aNewerSnapshotReplacesAnOlderStateAndAnOlderOneChangesNothing() {
        CustomerOperation creation = OperationFixtures.creation(UUID.randomUUID());
        work.stage(List.of(creation));
        work.synchronize();
        CustomerSnapshot present = published();
        Recovery open = begun();

        report(open, withVersion(present, present.version() + 4));
        report(open, withVersion(present, present.version() + 2));
        finish(open);

        assertThat(work.number("select version from customer")).isEqualTo(present.version() + 5);
        assertThat(published().version()).isEqualTo(present.version() + 5);
        assertThat(recoveries.all().get(0).customersUpdated()).isEqualTo(1);
    }

    @Test
    void aSnapshotThatHqHasAlreadyIsNotPublishedAgain() {
        work.stage(List.of(OperationFixtures.creation(UUID.randomUUID())));
        work.synchronize();
        CustomerSnapshot present = published();
        Recovery open = begun();

        report(open, present);
        finish(open);

        assertThat(work.number("select version from customer")).isEqualTo(present.version());
    }

    @Test
    void itWaitsForEveryChannelDatabaseUnlessAPersonContinuesWithoutIt() {
        Recovery open = begun();
        report(open, "harbor");
        recoveries.topicsRead(open.id());

        assertThat(recoveries.beginApplying(open.id())).isFalse();
        assertThat(recoveries.all().get(0).waitingFor()).containsExactly("online");

        assertThat(client.post(admin(), "/api/v1/recovery/channel-databases/online/continue-without", null))
                .hasStatus(204);
        assertThat(recoveries.beginApplying(open.id())).isTrue();
        assertThat(work.texts("select action from audit_entry where action = 'recovery-continue-without'"))
                .hasSize(1);
    }

    @Test
    void aReportOfAnEarlierRecoveryChangesNothing() {
        Recovery open = begun();

        recoveries.take(new ReportedCustomers(1, "harbor", UUID.randomUUID(), true, List.of(), List.of()));

        assertThat(recoveries.all().get(0).waitingFor()).contains("harbor");
        assertThat(repository.open()).contains(open);
    }

    @Test
    void theChannelsAreAskedOnceAndRunAConfigurationAboveTheirsAfterwards() {
        work.jdbcUpdate("""
                insert into channel_heartbeat values ('harbor', now(),
                  '{"globalVersion": 4711, "channelVersions": {"HARBOR": 4712}}')
                """);
        Recovery open = begun();

        recoveries.request(open);
        recoveries.request(open);
        finish(open);

        assertThat(work.publishedTo(Topics.CONTROL)).hasSize(2).allMatch(it -> it.contains("REPORT_CUSTOMERS"));
        assertThat(work.number("select min((payload ->> 'version')::bigint) from configuration_log"
                        + " where aggregatetype in ('cdx.1070', 'cdx.1110')"))
                .isGreaterThan(4712);
    }

    @Test
    void aChannelThatKnowsANumberOfNobodyIsASign() {
        assertThat(database.channelAhead()).isEmpty();
        work.jdbcUpdate("""
                insert into channel_heartbeat values ('harbor', now(), '{"highestAccountNumber": "C-0000009"}')
                """);

        assertThat(database.channelAhead())
                .hasValueSatisfying(it -> assertThat(it).contains("C-0000009"));
    }

    @Test
    void anotherIdentityOfTheDatabaseIsASign() {
        database.save("7/00000001/5", Instant.parse("2026-11-20T12:00:00Z"));

        detection.look();

        Recovery begun = repository.open().orElseThrow();
        assertThat(begun.sign()).contains("7/00000001/5").contains(database.current(null));
        assertThat(begun.lostSince()).isEqualTo("2026-11-20T11:55:00Z");
        detection.look();
        assertThat(work.count("recovery")).isEqualTo(1);
    }

    private Recovery begun() {
        recoveries.begin("test", Instant.EPOCH);
        return repository.open().orElseThrow();
    }

    private void report(Recovery open, CustomerSnapshot... customers) {
        recoveries.take(new ReportedCustomers(1, "harbor", open.id(), true, List.of(customers), List.of()));
    }

    private void report(Recovery open, String channelDatabase) {
        recoveries.take(new ReportedCustomers(1, channelDatabase, open.id(), true, List.of(), List.of()));
    }

    private void finish(Recovery open) {
        report(open, "harbor");
        report(open, "online");
        recoveries.topicsRead(open.id());
        assertThat(recoveries.beginApplying(open.id())).isTrue();
        while (batch.run(open.id(), 1) > 0) {}
        recoveries.finish(repository.open().orElseThrow());
    }

    /** The snapshot of a customer that HQ published before its database was restored. */
    private CustomerSnapshot lost(UUID id) {
        return lost(OperationFixtures.creation(id));
    }

    private CustomerSnapshot lost(CustomerOperation creation) {
        work.stage(List.of(creation));
        work.synchronize();
        CustomerSnapshot published = published();
        clear();
        return published;
    }

    private CustomerSnapshot published() {
        List<String> snapshots = work.publishedTo(Topics.CUSTOMERS_1010);
        return json.read(snapshots.get(snapshots.size() - 1), CustomerSnapshot.class);
    }

    private static CustomerSnapshot withVersion(CustomerSnapshot it, long version) {
        return new CustomerSnapshot(
                it.schemaVersion(),
                version,
                it.asyncCustomerId(),
                it.accountNumber(),
                it.aliases(),
                it.syncStatus(),
                it.channel(),
                it.channelDatabase(),
                it.creationMode(),
                it.asyncReason(),
                it.createdAt(),
                it.uploadedAt(),
                it.stagedAt(),
                it.convertedAt(),
                it.appliedOperations(),
                it.unchangedSince(),
                it.lastSyncError(),
                it.blocked(),
                it.content(),
                it.unappliedOperations(),
                it.editVersion(),
                it.changedAt());
    }

    private static CustomerOperation phone(
            UUID customer, String channelDatabase, int number, Instant at, String newValue) {
        var change = new FieldChange("phone", OperationFixtures.annLee().phone(), newValue);
        return OperationFixtures.operation(
                customer, channelDatabase, number, at, new OperationBody.EditProfile(List.of(change)));
    }

    private String admin() {
        return work.bearer(TokenRole.HQ_API, null);
    }
}
