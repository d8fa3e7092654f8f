package io.counterpart.channel.download;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.counterpart.contract.snapshot.CustomerSnapshot;

/**
 * The snapshots of a batch, grouped by the required change.
 *
 * @param added customers that are not stored here yet
 * @param swapped customers whose parts are stored here already: the number, the status and the times change
 * @param changed customers that were changed elsewhere: everything is applied
 */
record SnapshotPartition(List<ReceivedSnapshot> added, List<ReceivedSnapshot> swapped, List<ReceivedSnapshot> changed) {

    static SnapshotPartition of(
            List<CustomerSnapshot> newest, Map<UUID, StoredCustomer> known, String channelDatabase, Instant at) {
        var sorted = new SnapshotPartition(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (CustomerSnapshot snapshot : newest) {
            StoredCustomer customer = known.get(snapshot.asyncCustomerId());
            ReceivedSnapshot arrived = ReceivedSnapshot.of(snapshot, channelDatabase, at);
            if (customer == null) {
                sorted.added.add(arrived.isErased() ? arrived.withAllApplied(0) : arrived);
            } else if (arrived.isErased() && customer.learnsFrom(snapshot)) {
                sorted.changed.add(arrived.withAllApplied(customer.lastOperation()));
            } else if (customer.learnsFrom(snapshot)) {
                (onlyTheStateIsNew(arrived, customer, channelDatabase) ? sorted.swapped : sorted.changed).add(arrived);
            }
        }
        return sorted;
    }

    // HQ may have applied more operations of this channel database than are stored here: after an edit through the
    // Real-time service whose response was lost, or after a restore from a backup. Then its content is new here too.
    private static boolean onlyTheStateIsNew(ReceivedSnapshot arrived, StoredCustomer known, String channelDatabase) {
        CustomerSnapshot snapshot = arrived.snapshot();
        return snapshot.accountNumber() == null
                || (channelDatabase.equals(snapshot.unchangedSince())
                        && arrived.appliedOperation() <= known.lastOperation());
    }
}
