package io.counterpart.channel.customer;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.SyncStatus;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/**
 * The conversion state of a customer in a response.
 *
 * @param displayAccountNumber the value to display: the account number, or {@value #PENDING_SYNC}
 */
record SyncStateView(
        @Nullable String accountNumber,
        UUID asyncCustomerId,
        String displayAccountNumber,
        SyncStatus syncStatus,
        CreationMode creationMode,
        @Nullable AsyncReason asyncReason,
        Instant createdAt,
        String createdInChannel,
        long version,
        int pendingOperations,
        @Nullable String lastSyncError,
        boolean blocked) {

    static final String PENDING_SYNC = "Pending sync";

    static SyncStateView of(CustomerSnapshot snapshot) {
        String number = snapshot.accountNumber();
        return new SyncStateView(
                number,
                snapshot.asyncCustomerId(),
                number == null ? PENDING_SYNC : number,
                snapshot.syncStatus(),
                snapshot.creationMode(),
                snapshot.asyncReason(),
                snapshot.createdAt(),
                snapshot.channel(),
                snapshot.version(),
                0,
                snapshot.lastSyncError(),
                snapshot.blocked());
    }

    static SyncStateView of(Customer customer) {
        SyncState progress = customer.progress();
        CreationInfo origin = customer.origin();
        String number = progress.accountNumber();
        return new SyncStateView(
                number,
                customer.asyncCustomerId(),
                number == null ? PENDING_SYNC : number,
                progress.syncStatus(),
                origin.creationMode(),
                origin.asyncReason(),
                origin.createdAt(),
                origin.createdInChannel(),
                customer.version(),
                progress.pendingOperations(),
                progress.lastSyncError(),
                customer.isBlocked());
    }
}
