package io.counterpart.hq.recovery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a channel database reported for a recovery.
 *
 * @param leftOutBy who decided to continue without it
 */
public record RecoveryReport(
        String channelDatabase,
        @Nullable Instant reportedAt,
        long customers,
        @Nullable String leftOutBy) {

    public boolean isMissing() {
        return reportedAt == null && leftOutBy == null;
    }
}
