package io.counterpart.hq.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A record that nobody could read. */
public record DeadLetter(
        long id,
        String topic,
        int partition,
        long position,
        @Nullable String key,
        byte @Nullable [] value,
        String reason,
        Instant arrivedAt,
        String status,
        @Nullable String settledBy,
        @Nullable Instant settledAt,
        @Nullable String settledBecause) {

    public boolean isOpen() {
        return status.equals("OPEN");
    }

    /** As far as it is text. */
    public String text() {
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }
}
