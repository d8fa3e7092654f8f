package io.counterpart.contract.configuration;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A bearer token of a till or a storefront, as a channel may know it.
 *
 * @param sha256 the hash of the token in lower-case hex; the token itself is never stored or sent
 * @param device what people call the till or storefront
 */
public record ChannelToken(
        String sha256,
        String device,
        TokenRole role,
        @Nullable Instant expiresAt) {}
