package io.counterpart.channel.security;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** The stored token of a till or a storefront. */
record DeviceToken(Caller caller, @Nullable Instant expiresAt) {

    boolean expiredAt(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
