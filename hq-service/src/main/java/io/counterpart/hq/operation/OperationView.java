package io.counterpart.hq.operation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.counterpart.hq.messaging.MessageJson;

/** An operation as the API returns it. */
record OperationView(
        UUID id,
        String channel,
        String channelDatabase,
        @Nullable String accountNumber,
        @Nullable String customerName,
        UUID asyncCustomerId,
        String kind,
        int operationNumber,
        String status,
        int attempts,
        @Nullable String lastError,
        @Nullable String errorClass,
        @Nullable String errorCode,
        Instant occurredAt,
        Instant uploadedAt,
        Instant stagedAt,
        @Nullable String device,
        @Nullable String clerk,
        List<Change> changes,
        @Nullable JsonNode overridden) {

    static OperationView of(OperationRow row, MessageJson json) {
        return new OperationView(
                row.operationId(),
                row.channel(),
                row.channelDatabase(),
                row.accountNumber(),
                row.customerName(),
                row.asyncCustomerId(),
                row.kind(),
                row.operationNumber(),
                row.status(),
                row.attempts(),
                row.errorText(),
                row.errorClass(),
                row.errorCode(),
                row.occurredAt(),
                row.uploadedAt(),
                row.stagedAt(),
                row.device(),
                row.clerk(),
                new OperationFields(json.tree(row.payload())).changes(),
                row.overridden() == null ? null : json.tree(row.overridden()));
    }

    /** A field of an operation. */
    record Change(
            String field,
            @Nullable JsonNode oldValue,
            @Nullable JsonNode newValue) {}
}
