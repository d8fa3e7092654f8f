package io.counterpart.hq.sender;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.counterpart.messaging.signature.HmacKey;

/**
 * The senders as they were at one moment.
 *
 * @param databases the channel databases
 * @param channels the channels, each with the channel database that holds it and those that held it before
 * @param keys the keys of each channel database, one for each of its valid tokens
 * @param readAt nanoseconds of the JVM
 */
record KnownSenders(
        Set<String> databases, Map<String, Set<String>> channels, Map<String, List<HmacKey>> keys, long readAt) {

    /** Why this database cannot have sent a record about this channel; null: it can. */
    @Nullable String objection(String channelDatabase, @Nullable String channel) {
        if (!databases.contains(channelDatabase)) {
            return "The channel database is unknown: " + channelDatabase;
        }
        if (channel != null && !channels.containsKey(channel)) {
            return "The channel is unknown: " + channel;
        }
        return channel == null || channels.getOrDefault(channel, Set.of()).contains(channelDatabase)
                ? null
                : "The channel %s does not belong to the channel database %s".formatted(channel, channelDatabase);
    }

    List<HmacKey> keysOf(String channelDatabase) {
        return keys.getOrDefault(channelDatabase, List.of());
    }
}
