package io.counterpart.hq.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An upload or download session.
 *
 * @param rerun whether it uploads operations that were uploaded before
 * @param rerunFor the session that it repeats, if the channel database still has it
 */
record SessionView(
        UUID id,
        String channelDatabase,
        @Nullable String job,
        @Nullable Long counterFrom,
        @Nullable Long counterTo,
        int rows,
        String status,
        int tryCount,
        @Nullable String message,
        Instant startedAt,
        @Nullable Instant finishedAt,
        boolean rerun,
        @Nullable UUID rerunFor) {

    /** Its style on the page. */
    public String tag() {
        return status.endsWith("FAILED") ? "bad" : status.equals("APPLIED") ? "ok" : "info";
    }

    /** For cursors: microseconds since 1970. */
    long position() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, startedAt);
    }
}
