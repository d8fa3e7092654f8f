package io.counterpart.hq.operation.bulk;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A bulk repair: many operations that are retried together.
 *
 * @param expectedFailures how many the preview expected to fail; null: it did not try all of them
 */
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
        @Nullable DuplicateResolution duplicates,
        @Nullable Integer expectedFailures,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    BulkEdit edit() {
        return new BulkEdit(editField, editValue, duplicates);
    }

    /** Whether the result differs from what the preview of all operations expected. */
    public boolean isSurprising() {
        return !isRunning() && left() == 0 && expectedFailures != null && expectedFailures != failed;
    }

    public boolean isRunning() {
        return status.equals("RUNNING");
    }

    public int left() {
        return total - done;
    }
}
