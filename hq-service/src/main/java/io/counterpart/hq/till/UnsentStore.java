package io.counterpart.hq.till;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A store with items that its tills have not sent.
 *
 * @param tills the tills that have them
 * @param since when the oldest item was made; null: unknown
 * @param heardAt the oldest of the reports that this is taken from
 */
record UnsentStore(
        String channel,
        String channelName,
        long tills,
        long unsent,
        long refused,
        @Nullable Instant since,
        Instant heardAt) {}
