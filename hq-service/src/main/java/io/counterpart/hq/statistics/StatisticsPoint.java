package io.counterpart.hq.statistics;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The figures of one period.
 *
 * @param at its beginning
 * @param staged operations that arrived
 * @param applied operations that were applied or skipped; null: not known
 * @param failed operations that failed, each once
 * @param latencyP50,latencyP95,latencyP99 seconds from the creation of a customer to its account number; null: none was
 * created. Customers that were created while their POS was offline do not count
 * @param openOperations open operations at the end, without failed ones; null: not measured
 * @param failedOperations failed operations at the end; null: not measured
 * @param pendingCustomers pending customers at the end, according to the channels; null: not reported
 */
record StatisticsPoint(
        Instant at,
        long staged,
        @Nullable Long applied,
        long failed,
        @Nullable Double latencyP50,
        @Nullable Double latencyP95,
        @Nullable Double latencyP99,
        @Nullable Long openOperations,
        @Nullable Long failedOperations,
        @Nullable Long pendingCustomers) {}
