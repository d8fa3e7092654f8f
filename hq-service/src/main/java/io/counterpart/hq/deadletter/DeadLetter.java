package io.counterpart.hq.deadletter;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

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

    public boolean isOpen() {
        return status.equals("OPEN");
    }
}
