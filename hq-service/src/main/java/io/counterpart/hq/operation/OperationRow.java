package io.counterpart.hq.operation;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * An operation with its status.
 *
 * @param customerName of the customer, or of the open creation; null if there is neither
 * @param overridden the values that newer ones replaced, in JSON
 * @param version of the open operation; 0 if the operation succeeded
 */
public record OperationRow(
        long recid,
        UUID operationId,
        String channel,
        String channelDatabase,
        UUID asyncCustomerId,
        @Nullable String accountNumber,
        @Nullable String customerName,
        @Nullable Instant convertedAt,
        int operationNumber,
        String kind,
        String payload,
        @Nullable String traceparent,
        long replicationCounter,
        Instant occurredAt,
        Instant uploadedAt,
        Instant stagedAt,
        String status,
        int attempts,
        @Nullable String errorClass,
        @Nullable String errorCode,
        @Nullable String errorText,
        @Nullable String overridden,
        long version,
        @Nullable String device,
        @Nullable String clerk) {

    /** Who made the operation: the device, the clerk, both or nothing. */
    public String madeBy() {
        return Stream.of(device, clerk).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    public String tag() {
        return OperationStatusText.tag(status);
    }

    public String statusKey() {
        return OperationStatusText.text(status);
    }

    public boolean isOpen() {
        return !status.equals("SUCCEEDED");
    }

    /** The trace that the channel started with the user's action. */
    public @Nullable String traceId() {
        return traceparent == null || traceparent.length() < 35 ? null : traceparent.substring(3, 35);
    }
}
