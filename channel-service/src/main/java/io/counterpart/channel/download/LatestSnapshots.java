package io.counterpart.channel.download;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.counterpart.contract.snapshot.CustomerSnapshot;

/** Reduces the snapshots of a batch to one per customer. */
final class LatestSnapshots {

    private LatestSnapshots() {}

    /**
     * The highest version of each customer, except that a snapshot with an account number takes precedence over one
     * without.
     */
    static List<CustomerSnapshot> of(Collection<CustomerSnapshot> batch) {
        Map<UUID, CustomerSnapshot> newest = new LinkedHashMap<>();
        batch.forEach(snapshot -> newest.merge(snapshot.asyncCustomerId(), snapshot, LatestSnapshots::newer));
        return List.copyOf(newest.values());
    }

    private static CustomerSnapshot newer(CustomerSnapshot one, CustomerSnapshot other) {
        if ((one.accountNumber() == null) != (other.accountNumber() == null)) {
            return one.accountNumber() == null ? other : one;
        }
        return one.version() >= other.version() ? one : other;
    }
}
