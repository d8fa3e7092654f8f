package io.counterpart.hq.session;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The pending customers of a channel database.
 *
 * @param pendingCustomers null: the channel does not report them
 * @param oldestPendingSince null: no customer is pending, or the channel does not report it
 * @param uploadedNotStaged operations that were uploaded and not staged
 */
public record PendingState(
        String channelDatabase,
        @Nullable Long pendingCustomers,
        @Nullable Instant oldestPendingSince,
        long uploadedNotStaged) {}
