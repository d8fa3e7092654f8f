package io.counterpart.channel.security;

import java.time.Instant;

/**
 * A stored session.
 *
 * @param caller the caller of the token that the session acts as
 * @param idleUntil when the session ends unless it is used
 * @param expiresAt when the session ends at the latest
 * @param revoked whether HQ revoked the token; its caller is not known any more
 */
record StoredSession(Caller caller, Instant idleUntil, Instant expiresAt, boolean revoked) {

    StoredToken token() {
        return new StoredToken(caller, idleUntil.isBefore(expiresAt) ? idleUntil : expiresAt, revoked);
    }
}
