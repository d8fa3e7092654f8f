package io.counterpart.hq.deadletter;

import org.jspecify.annotations.Nullable;

/**
 * Selects dead letters of a list.
 *
 * @param all whether resolved dead letters are included
 * @param cause null: of every cause
 * @param topic the original topic; null: of every topic
 */
record DeadLetterFilter(
        boolean all,
        @Nullable DeadLetterCause cause,
        @Nullable String topic) {}
