package io.counterpart.hq.restore;

import java.util.UUID;

/**
 * A channel database that was restored from a backup and is not healed yet.
 *
 * @param reportedCounter the highest replication counter that the channel reported when it was detected
 * @param highestCounter the highest that HQ had staged
 */
record ChannelRestore(UUID id, String channelDatabase, long reportedCounter, long highestCounter) {}
