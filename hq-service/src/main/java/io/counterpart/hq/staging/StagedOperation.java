package io.counterpart.hq.staging;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.RecordHeaders;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.messaging.IntakeProperties;
import io.counterpart.messaging.intake.ReceivedRecord;

/**
 * An operation to be staged.
 *
 * @param payload the JSON as received
 * @param replicationCounter its position in the log of its channel database; 0: unknown
 * @param uploadedAt when it reached Kafka
 * @param rerun whether the channel database uploaded it before
 * @param conversion the result, if it is converted in the same transaction; null: it stays open
 */
record StagedOperation(
        CustomerOperation operation,
        String payload,
        @Nullable String traceparent,
        long replicationCounter,
        Instant uploadedAt,
        boolean rerun,
        @Nullable Conversion conversion) {

    static StagedOperation of(ReceivedRecord<CustomerOperation> received) {
        return new StagedOperation(
                received.value(),
                received.text(),
                traceparent(received.header(RecordHeaders.TRACEPARENT)),
                counter(received.header(RecordHeaders.REPLICATION_COUNTER)),
                received.arrivedAt(),
                "true".equals(received.header(RecordHeaders.RERUN)),
                null);
    }

    /** Limits its time to its arrival plus the clock skew; the payload retains the time that the channel sent. */
    StagedOperation madeUpTo(Instant now, IntakeProperties intake) {
        Instant plausible = intake.plausible(operation.occurredAt(), now);
        return plausible.equals(operation.occurredAt())
                ? this
                : new StagedOperation(
                        operation.at(plausible),
                        payload,
                        traceparent,
                        replicationCounter,
                        uploadedAt,
                        rerun,
                        conversion);
    }

    StagedOperation converted(String accountNumber, Instant at) {
        return new StagedOperation(
                operation,
                payload,
                traceparent,
                replicationCounter,
                uploadedAt,
                rerun,
                new Conversion(accountNumber, at));
    }

    /** The column {@code custaccount}. */
    @Nullable String accountNumber() {
        return conversion == null ? operation.accountNumber() : conversion.accountNumber();
    }

    /** The column {@code onlineoperationcompleted}. */
    int completed() {
        return conversion == null ? 0 : 1;
    }

    /** The column {@code modifieddatetime}. */
    @Nullable Instant completedAt() {
        return conversion == null ? null : conversion.at();
    }

    private static @Nullable String traceparent(@Nullable String header) {
        return header == null || header.length() != 55 ? null : header;
    }

    private static long counter(@Nullable String header) {
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The account number of the customer, and when the operation was applied. */
    record Conversion(String accountNumber, Instant at) {}
}
