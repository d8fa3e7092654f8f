package io.counterpart.hq.device;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.configuration.StorefrontAccess;
import io.counterpart.contract.configuration.TokenRole;

/**
 * The request for a device's token.
 *
 * @param storefrontAccess what a storefront may do; null: what its channel says
 */
record DeviceRequest(
        String device,
        TokenRole role,
        @Nullable String channel,
        @Nullable String channelDatabase,
        @Nullable StorefrontAccess storefrontAccess,
        @Nullable Instant expiresAt) {}
