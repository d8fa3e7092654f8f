package io.counterpart.contract;

/** The state of the conversion of a customer. */
public enum SyncStatus {
    /** Stored in a channel, not yet converted at HQ; user interfaces show "Pending sync". */
    PENDING_SYNC,
    /** The customer has its account number. */
    SYNCED,
    /** HQ could not convert the customer; an operator has to repair it at HQ. */
    SYNC_FAILED
}
