package io.counterpart.hq.synchronization;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationKind;
import io.counterpart.hq.duplicate.Decision;
import io.counterpart.hq.messaging.IntakeProperties;
import io.counterpart.support.web.TraceContext;

/**
 * An operation to apply.
 *
 * @param recid its row in staging; null: it was received by the Real-time service and never staged
 * @param told how many times its customer was published as pending
 * @param decision the operator's decision; null: none
 */
record OpenOperation(
        @Nullable Long recid,
        CustomerOperation operation,
        @Nullable String traceparent,
        @Nullable Instant uploadedAt,
        @Nullable Instant stagedAt,
        int told,
        @Nullable Decision decision) {

    /** The order in which operations are applied: by number, and for equal numbers in order of arrival. */
    static final Comparator<OpenOperation> BY_NUMBER =
            Comparator.comparingInt(open -> open.operation().operationNumber());

    static OpenOperation ofRealtime(CustomerOperation operation) {
        return new OpenOperation(null, operation, TraceContext.traceparent(), null, null, 0, null);
    }

    boolean is(OperationKind kind) {
        return operation.kind() == kind;
    }

    UUID id() {
        return operation.asyncCustomerId();
    }

    String channelDatabase() {
        return operation.channelDatabase();
    }

    int number() {
        return operation.operationNumber();
    }

    /** Whether the operator decided that this creation with an existing customer's ID means the same customer. */
    boolean isOfTheSame(UUID customer) {
        return decision != null
                && is(OperationKind.CREATE_CUSTOMER)
                && customer.equals(decision.linkTo())
                && customer.equals(operation.asyncCustomerId());
    }

    /**
     * Limits the time of the operation to its arrival plus the clock skew: a fast clock must not win every conflict.
     */
    OpenOperation madeUpTo(Instant now, IntakeProperties intake) {
        Instant plausible = intake.plausible(operation.occurredAt(), stagedAt == null ? now : stagedAt);
        return plausible.equals(operation.occurredAt())
                ? this
                : new OpenOperation(recid, operation.at(plausible), traceparent, uploadedAt, stagedAt, told, decision);
    }

    boolean isIgnored() {
        return decision != null && decision.kind() == Decision.Kind.IGNORE;
    }

    boolean isNext() {
        return decision != null && decision.kind() == Decision.Kind.NEXT;
    }
}
