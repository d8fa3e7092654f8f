package io.counterpart.hq.device;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.counterpart.contract.configuration.StorefrontAccess;
import io.counterpart.contract.configuration.TokenRole;

/**
 * A device as the API returns it.
 *
 * @param id the hash of its token
 * @param storefrontAccess what a storefront may do; null: what its channel says
 * @param lastUsedAt when HQ last accepted the token, exact to the minute; null: not yet, or the token of a till or
 *     storefront, which only its channel accepts
 * @param token only in the response to its registration
 */
record DeviceView(
        String id,
        String device,
        TokenRole role,
        @Nullable String channel,
        @Nullable String channelDatabase,
        @Nullable StorefrontAccess storefrontAccess,
        @Nullable Instant expiresAt,
        Instant createdAt,
        @Nullable Instant lastUsedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {}
