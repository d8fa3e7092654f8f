package io.counterpart.channel.download;

import java.time.Instant;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/**
 * A snapshot on its way into the tables.
 *
 * @param content what is to be stored: of the snapshot, with the edits laid over it that HQ does not know yet
 * @param appliedOperation the last operation of this channel database that HQ applied
 */
record Arrived(CustomerSnapshot snapshot, CustomerContent content, int appliedOperation, Instant at) {

    static Arrived of(CustomerSnapshot snapshot, String channelDatabase, Instant at) {
        int applied = snapshot.appliedOperations().getOrDefault(channelDatabase, 0);
        return new Arrived(snapshot, snapshot.content(), applied, at);
    }

    Arrived with(CustomerContent overlaid) {
        return new Arrived(snapshot, overlaid, appliedOperation, at);
    }
}
