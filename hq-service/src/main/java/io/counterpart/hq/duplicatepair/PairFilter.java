package io.counterpart.hq.duplicatepair;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.search.DuplicateReason;

/**
 * Selects pairs.
 *
 * @param reason null: any
 * @param channel in which one of the customers was created; null: any
 */
record PairFilter(
        PairStatus status,
        @Nullable DuplicateReason reason,
        @Nullable String channel) {}
