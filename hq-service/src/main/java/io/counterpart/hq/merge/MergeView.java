package io.counterpart.hq.merge;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A merge of two customers.
 *
 * @param survivor the async customer ID of the customer that remains
 * @param merged the async customer ID of the other one; it leads to the survivor
 * @param undoUntil when it can no longer be undone
 * @param undoable whether it can be undone now: not undone, not expired, and what both were before is still known
 */
record MergeView(
        UUID id,
        UUID survivor,
        String survivorNumber,
        UUID merged,
        String mergedNumber,
        Instant mergedAt,
        String mergedBy,
        Instant undoUntil,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy,
        boolean undoable) {}
