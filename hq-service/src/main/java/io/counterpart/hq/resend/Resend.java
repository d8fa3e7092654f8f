package io.counterpart.hq.resend;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code resend}.
 *
 * @param afterCustomer the last customer that was published; null: none yet
 * @param customers how many were published
 */
record Resend(
        UUID id,
        String channelDatabase,
        @Nullable UUID afterCustomer,
        long customers,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt) {}
