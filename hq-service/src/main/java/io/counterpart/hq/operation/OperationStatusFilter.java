package io.counterpart.hq.operation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Which operations somebody wants to see; null: all. */
record OperationStatusFilter(
        @Nullable String status,
        @Nullable String channel,
        @Nullable String customer,
        @Nullable String kind,
        @Nullable Instant from,
        @Nullable Instant to) {}
