package io.counterpart.hq.synchronization;

import java.time.Instant;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationKind;
import io.counterpart.hq.duplicate.Decision;

/**
 * An operation that is to be applied.
 *
 * @param recid its row in staging; null: it came through the Real-time service and was never staged
 * @param told how often the channels were told of its customer as pending
 * @param decision what a person decided about a possible duplicate
 */
record OpenOperation(
        @Nullable Long recid,
        CustomerOperation operation,
        @Nullable String traceparent,
        @Nullable Instant uploadedAt,
        @Nullable Instant stagedAt,
        int told,
        @Nullable Decision decision) {

    /** The order in which operations are applied: by number, and those of different channel databases as they came. */
    static final Comparator<OpenOperation> BY_NUMBER =
            Comparator.comparingInt(open -> open.operation().operationNumber());

    static OpenOperation ofRealtime(CustomerOperation operation) {
        return new OpenOperation(null, operation, null, null, null, 0, null);
    }

    boolean is(OperationKind kind) {
        return operation.kind() == kind;
    }

    boolean isIgnored() {
        return decision != null && decision.kind() == Decision.Kind.IGNORE;
    }

    boolean isNext() {
        return decision != null && decision.kind() == Decision.Kind.NEXT;
    }
}
