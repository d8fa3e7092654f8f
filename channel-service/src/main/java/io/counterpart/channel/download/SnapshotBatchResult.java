package io.counterpart.channel.download;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a batch changed.
 *
 * @param added customers that were not known here
 * @param changed customers that were
 * @param numbered customers made here that got their account number now, each with the time since its creation
 * @param linked customers that HQ found to be others: who waits for their number has it
 */
record SnapshotBatchResult(int added, int changed, Map<UUID, Duration> numbered, Set<UUID> linked) {}
