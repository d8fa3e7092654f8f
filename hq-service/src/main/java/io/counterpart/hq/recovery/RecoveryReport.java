package io.counterpart.hq.recovery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The report of a channel database for a recovery.
 *
 * @param leftOutBy the operator who decided to continue without it
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
