package io.counterpart.contract;

/** Where a customer stands on the way to an account number. */
public enum SyncStatus {
    /** Known to a channel, not yet converted at HQ; people read "Pending sync". */
    PENDING_SYNC,
    /** Has its account number. */
    SYNCED,
    /** HQ could not convert it; somebody has to mend it there. */
    SYNC_FAILED
}
