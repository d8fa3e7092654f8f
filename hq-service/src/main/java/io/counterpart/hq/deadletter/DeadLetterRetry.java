package io.counterpart.hq.deadletter;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A retry of a group of dead letters.
 *
 * @param total how many were open at the start
 * @param done how many were requeued
 */
record DeadLetterRetry(
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

    DeadLetterSelection selection() {
        return new DeadLetterSelection(cause, topic, upTo);
    }

    public boolean isRunning() {
        return status.equals("RUNNING");
    }

    /** Whether the broker was unavailable. */
    public boolean isStopped() {
        return status.equals("STOPPED");
    }

    public int left() {
        return Math.max(0, total - done);
    }
}
