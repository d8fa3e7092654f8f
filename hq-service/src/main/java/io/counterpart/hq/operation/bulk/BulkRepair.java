package io.counterpart.hq.operation.bulk;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A bulk repair: many operations that are retried together. */
record BulkRepair(
        UUID id,
        String criteria,
        String status,
        int total,
        int done,
        int succeeded,
        int failed,
        int perSecond,
        @Nullable String editField,
        @Nullable String editValue,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String lastError) {

    public boolean isRunning() {
        return status.equals("RUNNING");
    }

    public int left() {
        return total - done;
    }
}
