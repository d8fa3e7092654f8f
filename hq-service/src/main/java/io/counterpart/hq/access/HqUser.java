package io.counterpart.hq.access;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.counterpart.hq.security.Role;

/**
 * A row of {@code hq_user}.
 *
 * @param lastUsedAt exact to the minute; null: not used yet
 * @param company whether the user signs in at the company's identity provider and has no password here
 */
record HqUser(
        String username,
        String passwordHash,
        Role role,
        boolean enabled,
        int failedSignIns,
        @Nullable Instant lockedUntil,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        long version,
        boolean company) {

    /** The uses within this time count as one. */
    static final Duration USE_PRECISION = Duration.ofMinutes(1);

    boolean isLocked(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }

    /** Whether a use now has to be recorded; a use in every minute is enough. */
    boolean isUseUnrecorded(Instant now) {
        return lastUsedAt == null || !lastUsedAt.plus(USE_PRECISION).isAfter(now);
    }
}
