package io.counterpart.hq.synchronization;

/** The JSON of a staged operation cannot be read any more. */
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
