package io.counterpart.channel.security;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** The stored token of a till, a storefront or a customer. */
record StoredToken(Caller caller, @Nullable Instant expiresAt) {

    boolean expiredAt(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
