package io.counterpart.hq.synchronization;

import java.util.List;

/** A chunk could not be converted as a whole and was rolled back. */
class ChunkFailedException extends RuntimeException {

    private final transient List<Long> recids;
    private final RuntimeException reason;

    ChunkFailedException(List<Long> recids, RuntimeException reason) {
        super(reason);
        this.recids = recids;
        this.reason = reason;
    }

    List<Long> recids() {
        return recids;
    }

    RuntimeException reason() {
        return reason;
    }
}
