package io.counterpart.hq.access;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.counterpart.hq.security.Role;

/** A row of {@code hq_user}. */
record HqUser(
        String username,
        String passwordHash,
        Role role,
        boolean enabled,
        int failedSignIns,
        @Nullable Instant lockedUntil,
        long version) {

    boolean isLocked(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }
}
