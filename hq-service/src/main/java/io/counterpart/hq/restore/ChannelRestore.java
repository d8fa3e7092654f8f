package io.counterpart.hq.restore;

import java.util.UUID;

/**
 * A channel database that was restored from a backup and has not caught up.
 *
 * @param reportedCounter the highest replication counter that the channel reported at detection
 * @param highestCounter the highest that HQ had staged
 */
record ChannelRestore(UUID id, String channelDatabase, long reportedCounter, long highestCounter) {}
