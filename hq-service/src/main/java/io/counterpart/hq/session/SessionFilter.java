package io.counterpart.hq.session;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Criteria for sessions, and the order and the beginning of the page.
 *
 * @param before the session behind which the page begins
 * @param after the session ahead of which the page ends
 */
record SessionFilter(
        boolean download,
        @Nullable String channelDatabase,
        boolean failed,
        boolean oldestFirst,
        @Nullable UUID before,
        @Nullable UUID after) {

    SessionFilter fromTheStart() {
        return new SessionFilter(download, channelDatabase, failed, oldestFirst, null, null);
    }
}
