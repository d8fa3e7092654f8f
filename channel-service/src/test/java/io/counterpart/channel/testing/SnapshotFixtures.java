package io.counterpart.channel.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Address;
import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.Contact;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.SyncStatus;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.contract.snapshot.UnappliedOperation;

/** Snapshots as HQ sends them. */
public final class SnapshotFixtures {

    private static final String HERE = ChannelServiceContext.CHANNEL_DATABASE;

    private SnapshotFixtures() {}

    /** A customer created here, converted without changes. */
    public static CustomerSnapshot converted(UUID id, String number, String lastName) {
        return of(id, number, SyncStatus.SYNCED, HERE, content(lastName, "Harbor"), HERE, 1);
    }

    /** A customer created here and then changed elsewhere. */
    public static CustomerSnapshot changedElsewhere(UUID id, String number, CustomerContent content, int applied) {
        return of(id, number, SyncStatus.SYNCED, HERE, content, null, applied);
    }

    /** A customer of another channel database. */
    public static CustomerSnapshot foreign(UUID id, @Nullable String number, String lastName) {
        SyncStatus status = number == null ? SyncStatus.PENDING_SYNC : SyncStatus.SYNCED;
        return of(id, number, status, "elsewhere", content(lastName, "Far"), "elsewhere", 0);
    }

    /** Staged or failed at HQ: no account number yet. */
    public static CustomerSnapshot withoutNumber(UUID id, SyncStatus status, String lastName) {
        return of(id, null, status, HERE, content(lastName, "Harbor"), HERE, 0);
    }

    public static CustomerSnapshot linking(CustomerSnapshot snapshot, UUID alias) {
        return new CustomerSnapshot(
                1,
                KafkaHeadquarters.nextVersion(),
                snapshot.asyncCustomerId(),
                snapshot.accountNumber(),
                List.of(alias),
                snapshot.syncStatus(),
                snapshot.channel(),
                snapshot.channelDatabase(),
                snapshot.creationMode(),
                snapshot.asyncReason(),
                snapshot.createdAt(),
                snapshot.uploadedAt(),
                snapshot.stagedAt(),
                snapshot.convertedAt(),
                snapshot.appliedOperations(),
                snapshot.unchangedSince(),
                snapshot.lastSyncError(),
                snapshot.blocked(),
                snapshot.content());
    }

    /** The same customer in a later version, with the operations that HQ has not applied. */
    public static CustomerSnapshot unapplied(CustomerSnapshot snapshot, List<UnappliedOperation> operations) {
        return later(snapshot, operations, 1L, snapshot.changedAt());
    }

    /** The same customer in a later version, with the times of edits. */
    public static CustomerSnapshot edited(CustomerSnapshot snapshot, Map<String, Instant> changedAt) {
        return later(snapshot, null, null, changedAt);
    }

    private static CustomerSnapshot later(
            CustomerSnapshot snapshot,
            @Nullable List<UnappliedOperation> unapplied,
            @Nullable Long editVersion,
            @Nullable Map<String, Instant> changedAt) {
        return new CustomerSnapshot(
                1,
                KafkaHeadquarters.nextVersion(),
                snapshot.asyncCustomerId(),
                snapshot.accountNumber(),
                snapshot.aliases(),
                snapshot.syncStatus(),
                snapshot.channel(),
                snapshot.channelDatabase(),
                snapshot.creationMode(),
                snapshot.asyncReason(),
                snapshot.createdAt(),
                snapshot.uploadedAt(),
                snapshot.stagedAt(),
                snapshot.convertedAt(),
                snapshot.appliedOperations(),
                snapshot.unchangedSince(),
                snapshot.lastSyncError(),
                snapshot.blocked(),
                snapshot.content(),
                unapplied,
                editVersion,
                changedAt);
    }

    public static CustomerContent content(String lastName, String city) {
        var profile = new CustomerProfile(
                CustomerType.PERSON,
                null,
                "Ann",
                null,
                lastName,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "+1 555 0177",
                "https://ann.example.com",
                "GB 123",
                "C-9",
                true,
                false);
        var address = new Address(
                UUID.randomUUID(),
                null,
                AddressPurpose.HOME,
                "1 \"Pier\"\tRoad \\",
                null,
                null,
                null,
                null,
                city,
                null,
                null,
                null,
                "USA",
                null,
                null,
                true);
        var contact = new Contact(UUID.randomUUID(), ContactType.PHONE, "+1 555 7788", true, false);
        return new CustomerContent(
                profile, List.of(address), List.of(contact), List.of("VIP", "a \"b\""), Map.of("shoeSize", 38), null);
    }

    private static CustomerSnapshot of(
            UUID id,
            @Nullable String number,
            SyncStatus status,
            String channelDatabase,
            CustomerContent content,
            @Nullable String unchangedSince,
            int applied) {
        Instant now = Instant.now();
        return new CustomerSnapshot(
                1,
                KafkaHeadquarters.nextVersion(),
                id,
                number,
                List.of(),
                status,
                channelDatabase.equals(HERE) ? "HARBOR" : "FAR",
                channelDatabase,
                CreationMode.ASYNC,
                AsyncReason.FUNCTIONALITY_PROFILE,
                now.minusSeconds(2),
                now.minusSeconds(1),
                now.minusSeconds(1),
                number == null ? null : now,
                Map.of(HERE, applied),
                unchangedSince,
                status == SyncStatus.SYNC_FAILED ? "The country is unknown" : null,
                false,
                content);
    }
}
