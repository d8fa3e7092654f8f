package io.counterpart.hq.order;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An order to be cancelled.
 *
 * @param asyncCustomerId its customer; the order of another one is left alone
 * @param cancelledAt when the user cancelled it
 */
record OrderCancellation(
        UUID orderId, UUID asyncCustomerId, @Nullable String reason, Instant cancelledAt) {}
