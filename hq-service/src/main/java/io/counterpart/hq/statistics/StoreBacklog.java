package io.counterpart.hq.statistics;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The backlog of one channel database.
 *
 * @param channels its stores and other channels; empty: it is not configured any more
 * @param pendingCustomers according to the channel; null: it does not report them
 * @param openOperations without failed ones
 */
record StoreBacklog(
        String channelDatabase,
        List<String> channels,
        @Nullable Long pendingCustomers,
        long openOperations,
        long failedOperations) {}
