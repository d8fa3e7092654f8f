package io.counterpart.hq.job;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A run of a batch job.
 *
 * @param trigger {@code RECURRENCE} or {@code PERSON}
 * @param outcome {@code EXECUTING}, {@code ENDED}, {@code ERROR} or {@code LOST}
 */
public record RunView(
        long id,
        String trigger,
        @Nullable String requestedBy,
        String node,
        Instant startedAt,
        @Nullable Instant finishedAt,
        String outcome,
        long rowsRead,
        long rowsDone,
        long rowsFailed,
        @Nullable String error) {}
