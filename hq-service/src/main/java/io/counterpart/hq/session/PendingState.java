package io.counterpart.hq.session;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a channel database is by its customers.
 *
 * @param pendingCustomers null: the channel does not say
 * @param oldestPendingSince null: no customer is pending, or the channel does not say
 * @param uploadedNotStaged operations that were uploaded and not staged
 */
public record PendingState(
        String channelDatabase,
        @Nullable Long pendingCustomers,
        @Nullable Instant oldestPendingSince,
        long uploadedNotStaged) {}
