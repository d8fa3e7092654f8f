package io.counterpart.hq.till;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A till as it last reported itself.
 *
 * @param device the name of its access token
 * @param heardAt by the clock of its channel service
 * @param clockSkewSeconds how far its clock was ahead; negative: behind
 * @param unsent items of its queue that it had not sent
 * @param refused items that it cannot send before they are fixed
 * @param oldestUnsentAt when the oldest of both was made; null: there is none, or unknown
 * @param online whether it worked online; null: it did not say so
 * @param issues why it needs attention; empty: it does not
 */
record TillView(
        String channel,
        String channelName,
        String channelDatabase,
        String device,
        String version,
        Instant heardAt,
        long clockSkewSeconds,
        int unsent,
        int refused,
        @Nullable Instant oldestUnsentAt,
        @Nullable Boolean online,
        List<TillIssue> issues) {

    private static final int SECONDS_NOT_SHOWN = 10;

    /** For the page; null: too small to be shown. */
    public @Nullable Duration clockDifference() {
        long seconds = Math.abs(clockSkewSeconds);
        return seconds < SECONDS_NOT_SHOWN ? null : Duration.ofSeconds(seconds);
    }

    public boolean worksOffline() {
        return Boolean.FALSE.equals(online);
    }
}
