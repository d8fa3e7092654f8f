package io.counterpart.contract.configuration;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The part of a till's or storefront's bearer token that is sent to a channel.
 *
 * @param sha256 the hash of the token in lower-case hex; the token itself is never stored or sent
 * @param device the display name of the till or storefront
 * @param storefrontAccess what a storefront may do; null: everything, as before this field existed
 */
public record ChannelToken(
        String sha256,
        String device,
        TokenRole role,
        @Nullable Instant expiresAt,
        @Nullable StorefrontAccess storefrontAccess) {}
