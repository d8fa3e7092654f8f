package io.counterpart.channel.customer;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.SyncStatus;

/**
 * The synchronization of a customer with HQ.
 *
 * @param lastOperation,appliedOperation of the operations made in this channel database: the last one, and the last one
 *     that HQ applied
 * @param hqVersion the version at HQ of the stored content
 */
@Embeddable
record SyncState(
        @Nullable String accountNumber,
        @Enumerated(EnumType.STRING) SyncStatus syncStatus,
        @Nullable String lastSyncError,
        int lastOperation,
        int appliedOperation,
        long hqVersion) {

    /** Created here and not yet converted. */
    static final SyncState PENDING = new SyncState(null, SyncStatus.PENDING_SYNC, null, 1, 0, 0);

    /** HQ assigned the account number synchronously. */
    static SyncState converted(String accountNumber, long hqVersion) {
        return new SyncState(accountNumber, SyncStatus.SYNCED, null, 1, 1, hqVersion);
    }

    /** The state after one more operation that HQ has not received yet. */
    SyncState withPending(int operation) {
        return new SyncState(accountNumber, syncStatus, lastSyncError, operation, appliedOperation, hqVersion);
    }

    /** The state after one more operation that HQ has applied; 1010 delivers any further changes of HQ. */
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
