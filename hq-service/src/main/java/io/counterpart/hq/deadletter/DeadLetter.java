package io.counterpart.hq.deadletter;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A record that could not be processed.
 *
 * @param text its value decoded as UTF-8
 * @param reason the technical reason
 * @param channelDatabase the channel database that the record names, if it can be read
 * @param channel the channel that the record names, if it can be read
 */
public record DeadLetter(
        long id,
        String topic,
        int partition,
        long position,
        @Nullable String key,
        String text,
        DeadLetterCause cause,
        String reason,
        @Nullable String channelDatabase,
        @Nullable String channel,
        Instant arrivedAt,
        String status,
        @Nullable String settledBy,
        @Nullable Instant settledAt,
        @Nullable String settledBecause) {

    public boolean isRetryable() {
        return DeadLetterRetryPolicy.permits(topic);
    }

    public boolean isOpen() {
        return status.equals("OPEN");
    }
}
