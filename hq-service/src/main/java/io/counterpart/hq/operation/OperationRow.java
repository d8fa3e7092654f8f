package io.counterpart.hq.operation;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** One line of the list. */
record OperationRow(
        long recid,
        UUID operationId,
        String channel,
        String channelDatabase,
        UUID asyncCustomerId,
        @Nullable String accountNumber,
        int operationNumber,
        String kind,
        Instant occurredAt,
        Instant stagedAt,
        String status,
        int attempts,
        @Nullable String errorCode,
        @Nullable String errorText) {

    public String tag() {
        return OperationStatusText.tag(status);
    }

    public String statusWords() {
        return OperationStatusText.text(status);
    }
}
