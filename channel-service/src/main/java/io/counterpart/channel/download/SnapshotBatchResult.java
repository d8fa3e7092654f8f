package io.counterpart.channel.download;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The changes of a batch.
 *
 * @param added number of customers that were not stored here
 * @param changed number of customers that were stored here
 * @param numbered customers created here that received their account number
 * @param waited their times since creation, without those that a till created while it was offline: it uploads them late
 * @param linked customers that HQ linked to others: requests that wait for their account number have it
 */
record SnapshotBatchResult(int added, int changed, Set<UUID> numbered, List<Duration> waited, Set<UUID> linked) {}
