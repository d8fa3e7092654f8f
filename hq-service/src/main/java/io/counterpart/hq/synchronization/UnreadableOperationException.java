package io.counterpart.hq.synchronization;

/** Reports that the JSON of a staged operation cannot be parsed. */
class UnreadableOperationException extends IllegalArgumentException {

    private final long recid;

    UnreadableOperationException(long recid, Throwable cause) {
        super("The operation cannot be read", cause);
        this.recid = recid;
    }

    long recid() {
        return recid;
    }
}
