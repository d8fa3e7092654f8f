package io.counterpart.channel.download;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.snapshot.CustomerSnapshot;

/**
 * What this channel database has of a customer already; its row is locked.
 *
 * @param refusal why HQ refused an operation, as far as known here; null: none is refused
 */
record StoredCustomer(
        UUID id,
        long hqVersion,
        boolean hasNumber,
        int lastOperation,
        @Nullable String refusal) {

    /** Only a higher version is news, and a pending snapshot that comes late is none for a customer with a number. */
    boolean learnsFrom(CustomerSnapshot snapshot) {
        return snapshot.version() > hqVersion && (snapshot.accountNumber() != null || !hasNumber);
    }

    boolean hasEditsAfter(int appliedOperation) {
        return lastOperation > appliedOperation;
    }
}
