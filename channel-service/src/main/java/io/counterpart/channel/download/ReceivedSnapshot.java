package io.counterpart.channel.download;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.SyncStatus;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.contract.snapshot.UnappliedOperation;

/**
 * A received snapshot before it is stored.
 *
 * @param content the content to store: that of the snapshot, merged with the edits that HQ has not applied
 * @param appliedOperation the last operation of this channel database that HQ applied
 * @param appliedOfAliases the same for the ids that HQ linked to the customer
 * @param refused operations of this channel database that HQ refused
 * @param partsChanged whether the addresses and contacts differ from the stored ones
 */
record ReceivedSnapshot(
        CustomerSnapshot snapshot,
        CustomerContent content,
        int appliedOperation,
        Map<UUID, Integer> appliedOfAliases,
        List<UnappliedOperation> refused,
        boolean partsChanged,
        Instant at) {

    static ReceivedSnapshot of(CustomerSnapshot snapshot, String channelDatabase, Instant at) {
        Map<String, Integer> applied = snapshot.appliedOperations();
        Map<UUID, Integer> ofAliases = new HashMap<>();
        snapshot.aliases()
                .forEach(alias -> ofAliases.put(alias, applied.getOrDefault(channelDatabase + "/" + alias, 0)));
        return new ReceivedSnapshot(
                snapshot,
                snapshot.content(),
                applied.getOrDefault(channelDatabase, 0),
                ofAliases,
                refused(snapshot, channelDatabase),
                false,
                at);
    }

    private static List<UnappliedOperation> refused(CustomerSnapshot snapshot, String channelDatabase) {
        List<UnappliedOperation> all = snapshot.unappliedOperations();
        return all == null
                ? List.of()
                : all.stream()
                        .filter(it -> it.status() == UnappliedOperation.Status.FAILED && it.isOf(channelDatabase))
                        .toList();
    }

    ReceivedSnapshot with(CustomerContent overlaid) {
        return new ReceivedSnapshot(snapshot, overlaid, appliedOperation, appliedOfAliases, refused, partsChanged, at);
    }

    /** No operation of an erased customer is pending: HQ closes what it receives. */
    ReceivedSnapshot withAllApplied(int lastOperation) {
        int applied = Math.max(appliedOperation, lastOperation);
        return new ReceivedSnapshot(snapshot, content, applied, Map.of(), List.of(), partsChanged, at);
    }

    boolean isErased() {
        return snapshot.isErased();
    }

    /** The IDs of the customer. */
    Stream<UUID> ids() {
        return Stream.concat(Stream.of(snapshot.asyncCustomerId()), snapshot.aliases().stream());
    }

    ReceivedSnapshot withPartsChanged(boolean changed) {
        return new ReceivedSnapshot(snapshot, content, appliedOperation, appliedOfAliases, refused, changed, at);
    }

    /** The addresses and contacts to store. */
    Set<Object> parts() {
        var parts = new HashSet<Object>(content.addresses());
        parts.addAll(content.contacts());
        return parts;
    }

    /** The status in this channel database, which includes the refusal of its own operations. */
    SyncStatus syncStatus() {
        return refused.isEmpty() ? snapshot.syncStatus() : SyncStatus.SYNC_FAILED;
    }

    boolean isFailed() {
        return syncStatus() == SyncStatus.SYNC_FAILED;
    }

    /** The same as {@link #lastSyncError()}, for a failed customer. */
    String refusal() {
        String error = lastSyncError();
        return error == null ? "" : error;
    }

    /** Why HQ refused the first operation, as text for a person. */
    @Nullable String lastSyncError() {
        return refused.isEmpty() ? snapshot.lastSyncError() : refused.get(0).reason();
    }
}
