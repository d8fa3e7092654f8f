package io.counterpart.hq.statistics;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Throughput, latency, backlog and failures in a time range.
 *
 * @param channelDatabase null: all
 * @param intervalSeconds the length of the period of each point
 * @param points the periods that were sampled, oldest first; a period that was missed has no point
 * @param firstPointAt when the first point will be there; null: there is one
 * @param storesAt the time of {@code stores}; null: there is none
 * @param stores the channel databases with a backlog, those with most pending customers and failed operations first
 */
record StatisticsView(
        String range,
        @Nullable String channelDatabase,
        Instant from,
        Instant to,
        long intervalSeconds,
        List<StatisticsPoint> points,
        @Nullable Instant firstPointAt,
        @Nullable Instant storesAt,
        List<StoreBacklog> stores) {}
