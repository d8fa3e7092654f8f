package io.counterpart.channel.security;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The stored token of a till, a storefront or a customer.
 *
 * @param revoked whether HQ revoked the token; the caller of a revoked token is not known any more
 */
record StoredToken(Caller caller, @Nullable Instant expiresAt, boolean revoked) {

    StoredToken(Caller caller, @Nullable Instant expiresAt) {
        this(caller, expiresAt, false);
    }

    boolean isValidAt(Instant now) {
        return !revoked && !expiredAt(now);
    }

    private boolean expiredAt(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
