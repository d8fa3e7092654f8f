package io.counterpart.hq.device;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.counterpart.contract.configuration.TokenRole;

/**
 * A device as the API returns it.
 *
 * @param id the hash of its token
 * @param token only in the response to its registration
 */
record DeviceView(
        String id,
        String device,
        TokenRole role,
        @Nullable String channel,
        @Nullable String channelDatabase,
        @Nullable Instant expiresAt,
        Instant createdAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {}
