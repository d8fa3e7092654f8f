package io.counterpart.hq.device;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.configuration.TokenRole;

/** The request for a device's token. */
record DeviceRequest(
        String device,
        TokenRole role,
        @Nullable String channel,
        @Nullable String channelDatabase,
        @Nullable Instant expiresAt) {}
