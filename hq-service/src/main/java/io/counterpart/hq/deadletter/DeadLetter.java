package io.counterpart.hq.deadletter;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Topics;

/**
 * A record that could not be processed.
 *
 * @param text its value decoded as UTF-8
 */
public record DeadLetter(
        long id,
        String topic,
        int partition,
        long position,
        @Nullable String key,
        String text,
        String reason,
        Instant arrivedAt,
        String status,
        @Nullable String settledBy,
        @Nullable Instant settledAt,
        @Nullable String settledBecause) {

    /** Whether it can be requeued: only what channels send to HQ, so that HQ's rights never publish a forged record. */
    public boolean isRetryable() {
        return topic.equals(Topics.P_0001) || topic.equals(Topics.SESSIONS);
    }

    public boolean isOpen() {
        return status.equals("OPEN");
    }
}
