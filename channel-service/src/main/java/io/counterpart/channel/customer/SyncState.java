package io.counterpart.channel.customer;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.SyncStatus;

/**
 * How far HQ is with a customer.
 *
 * @param lastOperation,appliedOperation of the operations made in this channel database: the last one, and the last one
 *     that HQ applied
 * @param hqVersion the version at HQ of what is stored here
 */
@Embeddable
record SyncState(
        @Nullable String accountNumber,
        @Enumerated(EnumType.STRING) SyncStatus syncStatus,
        @Nullable String lastSyncError,
        int lastOperation,
        int appliedOperation,
        long hqVersion) {

    /** Made here, unknown to HQ. */
    static final SyncState PENDING = new SyncState(null, SyncStatus.PENDING_SYNC, null, 1, 0, 0);

    /** HQ gave the number at once. */
    static SyncState converted(String accountNumber, long hqVersion) {
        return new SyncState(accountNumber, SyncStatus.SYNCED, null, 1, 1, hqVersion);
    }

    /** After one more operation that HQ has yet to hear of. */
    SyncState withPending(int operation) {
        return new SyncState(accountNumber, syncStatus, lastSyncError, operation, appliedOperation, hqVersion);
    }

    /** After one more operation that HQ has applied; what else it made of the customer comes with 1010. */
    SyncState withApplied(int operation) {
        return new SyncState(accountNumber, syncStatus, lastSyncError, operation, operation, hqVersion);
    }

    int pendingOperations() {
        return lastOperation - appliedOperation;
    }

    boolean isPending() {
        return accountNumber == null;
    }
}
