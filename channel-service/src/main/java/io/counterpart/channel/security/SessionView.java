package io.counterpart.channel.security;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Who sends a request.
 *
 * @param device the till or storefront
 * @param expiresAt when the session ends at the latest; null: the request was sent with an access token
 */
record SessionView(
        String channel,
        String device,
        String role,
        @Nullable Instant expiresAt) {

    static SessionView of(Caller caller, @Nullable Instant expiresAt) {
        return new SessionView(caller.channel(), caller.device(), caller.role().name(), expiresAt);
    }
}
