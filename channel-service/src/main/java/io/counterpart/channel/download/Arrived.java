package io.counterpart.channel.download;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/**
 * A snapshot on its way into the tables.
 *
 * @param content what is to be stored: of the snapshot, with the edits laid over it that HQ does not know yet
 * @param appliedOperation the last operation of this channel database that HQ applied
 * @param appliedOfAliases the same of the ids that HQ linked to the customer
 */
record Arrived(
        CustomerSnapshot snapshot,
        CustomerContent content,
        int appliedOperation,
        Map<UUID, Integer> appliedOfAliases,
        Instant at) {

    static Arrived of(CustomerSnapshot snapshot, String channelDatabase, Instant at) {
        Map<String, Integer> applied = snapshot.appliedOperations();
        Map<UUID, Integer> ofAliases = new HashMap<>();
        snapshot.aliases()
                .forEach(alias -> ofAliases.put(alias, applied.getOrDefault(channelDatabase + "/" + alias, 0)));
        return new Arrived(snapshot, snapshot.content(), applied.getOrDefault(channelDatabase, 0), ofAliases, at);
    }

    Arrived with(CustomerContent overlaid) {
        return new Arrived(snapshot, overlaid, appliedOperation, appliedOfAliases, at);
    }
}
