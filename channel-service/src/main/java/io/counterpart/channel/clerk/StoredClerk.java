package io.counterpart.channel.clerk;

import java.time.Instant;
import java.util.UUID;

/**
 * A clerk of a channel, as HQ sent it.
 *
 * @param pinSetAt when the PIN was set or the clerk activated
 */
record StoredClerk(UUID id, String name, String pinHash, Instant pinSetAt) {

    ClerkView view() {
        return new ClerkView(id, name);
    }
}
