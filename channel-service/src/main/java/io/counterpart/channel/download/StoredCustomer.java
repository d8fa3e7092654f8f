package io.counterpart.channel.download;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.snapshot.CustomerSnapshot;

/**
 * The stored state of a customer; its row is locked.
 *
 * @param refusal why HQ refused an operation, or an empty text if the reason is unknown; null: none is refused
 */
record StoredCustomer(
        UUID id,
        long hqVersion,
        boolean hasNumber,
        int lastOperation,
        @Nullable String refusal,
        boolean erased) {

    /** Only a higher version is new, and a late pending snapshot is not new for a customer with an account number. */
    boolean learnsFrom(CustomerSnapshot snapshot) {
        // An erasure is final, also against an HQ that was set back to a state before it.
        if (erased != snapshot.isErased()) {
            return snapshot.isErased();
        }
        return snapshot.version() > hqVersion && (snapshot.accountNumber() != null || !hasNumber);
    }

    boolean hasEditsAfter(int appliedOperation) {
        return lastOperation > appliedOperation;
    }
}
