package io.counterpart.channel.security;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A token of a till or a storefront, as stored. */
record DeviceToken(Caller caller, @Nullable Instant expiresAt) {

    boolean expiredAt(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
