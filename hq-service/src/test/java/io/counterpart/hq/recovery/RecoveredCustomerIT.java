package io.counterpart.hq.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.Topics;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class RecoveredCustomerIT extends RecoverySupport {

    @Autowired
    MessageJson json;

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

    // Only the channel that made a synchronous edit knows it: HQ lost it before it could publish the next version.
    @Test
    void theSynchronousEditOfOneChannelComesBackWhateverTheOrderOfTheReports() {
        for (boolean editFirst : List.of(true, false)) {
            CustomerSnapshot published = lost(UUID.randomUUID());
            CustomerSnapshot edited = withApplied(published, Map.of("harbor", 1, "online", 1));
            Recovery open = begun();

            report(open, editFirst ? edited : published);
            report(open, editFirst ? published : edited);
            finish(open);

            assertThat(published().appliedOperations()).containsEntry("online", 1);
            clear();
        }
    }

    // Two channels made a synchronous edit each within the time that HQ lost; neither knew that of the other.
    @Test
    void theSynchronousEditsOfTwoChannelsComeBack() {
        CustomerSnapshot published = lost(UUID.randomUUID());
        Recovery open = begun();

        report(open, edited(published, 0, Map.of("harbor", 1, "online", 1), "phone", "+1 555 0171"));
        report(open, edited(published, 1, Map.of("harbor", 2), "email", "ann@example.org"));
        finish(open);

        assertThat(work.texts("select concat(phone, ' ', email) from customer"))
                .containsExactly("+1 555 0171 ann@example.org");
        assertThat(published().appliedOperations()).isEqualTo(Map.of("harbor", 2, "online", 1));
    }

    // Synchronize goes on while HQ recovers: the customer has the version of the lost edit, or a later one, before the
    // channel reports that edit.
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whatHqLostComesBackAlthoughItHasGoneOnSince(int versions) {
        CustomerOperation creation = OperationFixtures.creation(UUID.randomUUID());
        UUID id = creation.asyncCustomerId();
        work.stage(List.of(creation));
        work.synchronize();
        CustomerSnapshot present = published();
        CustomerSnapshot lost = edited(present, versions, Map.of("harbor", 1, "online", 1), "email", "ann@example.org");
        work.stage(List.of(phone(id, "harbor", 2, creation.occurredAt().plusSeconds(10), "+1 555 0110")));
        work.synchronize();
        Recovery open = begun();

        report(open, lost);
        finish(open);

        assertThat(work.texts("select concat(phone, ' ', email) from customer"))
                .containsExactly("+1 555 0110 ann@example.org");
        assertThat(published().appliedOperations()).isEqualTo(Map.of("harbor", 2, "online", 1));
        assertThat(published().version()).isGreaterThan(present.version() + 1);
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
        return with(it, version, it.appliedOperations());
    }

    private static CustomerSnapshot withApplied(CustomerSnapshot it, Map<String, Integer> applied) {
        return with(it, it.version(), applied);
    }

    private static CustomerSnapshot edited(
            CustomerSnapshot it, int versions, Map<String, Integer> applied, String field, String value) {
        CustomerProfile before = it.content().profile();
        var after = new CustomerProfile(
                before.type(),
                before.title(),
                before.firstName(),
                before.middleName(),
                before.lastName(),
                before.organizationName(),
                field.equals("email") ? value : before.email(),
                field.equals("phone") ? value : before.phone(),
                before.language(),
                before.currencyCode(),
                before.customerGroup(),
                before.receiptOption(),
                before.receiptEmail());
        Map<String, Instant> times = Map.of(field, it.createdAt().plusSeconds(60));
        return with(it, it.version() + versions, applied, it.content().withProfile(after), times);
    }

    private static CustomerSnapshot with(CustomerSnapshot it, long version, Map<String, Integer> applied) {
        return with(it, version, applied, it.content(), it.changedAt());
    }

    private static CustomerSnapshot with(
            CustomerSnapshot it,
            long version,
            Map<String, Integer> applied,
            CustomerContent content,
            @Nullable Map<String, Instant> changedAt) {
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
                applied,
                it.unchangedSince(),
                it.lastSyncError(),
                it.blocked(),
                content,
                it.unappliedOperations(),
                it.editVersion(),
                changedAt);
    }

    private static CustomerOperation phone(
            UUID customer, String channelDatabase, int number, Instant at, String newValue) {
        var change = new FieldChange("phone", OperationFixtures.annLee().phone(), newValue);
        return OperationFixtures.operation(
                customer, channelDatabase, number, at, new OperationBody.EditProfile(List.of(change)));
    }
}
