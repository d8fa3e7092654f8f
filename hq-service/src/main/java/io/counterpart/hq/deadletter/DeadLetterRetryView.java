package io.counterpart.hq.deadletter;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A retry of a group of dead letters as JSON.
 *
 * @param status RUNNING; FINISHED; STOPPED: the broker was unavailable, and the rest stays open
 */
record DeadLetterRetryView(
        UUID id,
        DeadLetterCause cause,
        String topic,
        long upTo,
        int total,
        int done,
        String status,
        String reason,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    static DeadLetterRetryView of(DeadLetterRetry retry) {
        return new DeadLetterRetryView(
                retry.id(),
                retry.cause(),
                retry.topic(),
                retry.upTo(),
                retry.total(),
                retry.done(),
                retry.status(),
                retry.reason(),
                retry.startedBy(),
                retry.startedAt(),
                retry.finishedAt());
    }
}
