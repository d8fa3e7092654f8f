package io.counterpart.channel.customer;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A note on a customer.
 *
 * @param asyncCustomerId also the key by which the erasure finds stored responses
 * @param device the till or storefront with which it was written, by the name of its token
 * @param clerk who wrote it, as the till named it
 */
public record CustomerNote(
        UUID id,
        UUID asyncCustomerId,
        String text,
        Instant writtenAt,
        String channel,
        @Nullable String device,
        @Nullable String clerk) {}
