package io.counterpart.channel.download;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.counterpart.contract.snapshot.CustomerSnapshot;

/**
 * The snapshots of a batch, by what has to be done with them.
 *
 * @param added customers that are not here yet
 * @param swapped their parts are here already: the number, the status and the times change
 * @param changed something changed elsewhere: everything is taken over
 */
record SnapshotPartition(List<ReceivedSnapshot> added, List<ReceivedSnapshot> swapped, List<ReceivedSnapshot> changed) {

    static SnapshotPartition of(
            List<CustomerSnapshot> newest, Map<UUID, StoredCustomer> known, String channelDatabase, Instant at) {
        var sorted = new SnapshotPartition(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (CustomerSnapshot snapshot : newest) {
            StoredCustomer customer = known.get(snapshot.asyncCustomerId());
            ReceivedSnapshot arrived = ReceivedSnapshot.of(snapshot, channelDatabase, at);
            if (customer == null) {
                sorted.added.add(arrived);
            } else if (customer.learnsFrom(snapshot)) {
                (onlyTheStateIsNew(arrived, customer, channelDatabase) ? sorted.swapped : sorted.changed).add(arrived);
            }
        }
        return sorted;
    }

    // HQ may have applied more of our own operations than we know of: an edit at the Real-time service whose answer was
    // lost, or a restored backup. Then its content is news here too.
    private static boolean onlyTheStateIsNew(ReceivedSnapshot arrived, StoredCustomer known, String channelDatabase) {
        CustomerSnapshot snapshot = arrived.snapshot();
        return snapshot.accountNumber() == null
                || (channelDatabase.equals(snapshot.unchangedSince())
                        && arrived.appliedOperation() <= known.lastOperation());
    }
}
