package io.counterpart.hq.synchronization;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationKind;
import io.counterpart.hq.duplicate.Decision;
import io.counterpart.hq.topics.IntakeProperties;

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

    UUID id() {
        return operation.asyncCustomerId();
    }

    String channelDatabase() {
        return operation.channelDatabase();
    }

    int number() {
        return operation.operationNumber();
    }

    /** Whether a person decided that this creation under the id of a customer means that very customer. */
    boolean isOfTheSame(UUID customer) {
        return decision != null
                && is(OperationKind.CREATE_CUSTOMER)
                && customer.equals(decision.linkTo())
                && customer.equals(operation.asyncCustomerId());
    }

    /** The same, made not later than its arrival allows: a clock that runs ahead must not win every conflict. */
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
