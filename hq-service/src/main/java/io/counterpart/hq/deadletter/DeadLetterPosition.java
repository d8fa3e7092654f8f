package io.counterpart.hq.deadletter;

import org.jspecify.annotations.Nullable;

/**
 * The order and the beginning of a page of dead letters.
 *
 * @param sort {@code oldest}; otherwise newest first
 * @param before the dead letter behind which the page begins
 * @param after the dead letter ahead of which the page ends
 */
record DeadLetterPosition(
        @Nullable String sort,
        @Nullable Long before,
        @Nullable Long after) {

    boolean isOldestFirst() {
        return "oldest".equals(sort);
    }

    DeadLetterPosition ofTheStart() {
        return new DeadLetterPosition(sort, null, null);
    }

    /** Whether the rows are read in ascending order; the page ahead of a row is read backwards from it. */
    boolean isAscending() {
        return isOldestFirst() != (after != null);
    }

    long start() {
        if (after != null) {
            return after;
        }
        if (before != null) {
            return before;
        }
        return isAscending() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
