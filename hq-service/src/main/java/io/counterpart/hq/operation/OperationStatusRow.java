package io.counterpart.hq.operation;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** An operation in staging with what is known of its fate. */
record OperationStatusRow(
        long recid,
        UUID operationId,
        String channel,
        String channelDatabase,
        @Nullable String accountNumber,
        UUID asyncCustomerId,
        int operationNumber,
        String kind,
        String status,
        int attempts,
        @Nullable String errorClass,
        @Nullable String errorCode,
        @Nullable String errorText,
        @Nullable String overridden,
        @Nullable Long version,
        Instant occurredAt,
        Instant uploadedAt,
        Instant stagedAt,
        long replicationCounter,
        @Nullable String traceparent,
        String payload) {}
