package io.counterpart.hq.access;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import io.counterpart.support.security.SecurityEvents;

/**
 * Ends a session twelve hours after the sign-in, and as soon as the user was changed: disabled, deleted, signed out
 * everywhere, given another role or another password. One lookup by key for each request of a signed-in user, whose use
 * is recorded once a minute.
 */
final class SessionValidityFilter extends OncePerRequestFilter {

    private static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private final HqUserRepository users;
    private final Clock clock;

    SessionValidityFilter(HqUserRepository users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication current = SecurityContextHolder.getContext().getAuthentication();
        if (current != null && current.getPrincipal() instanceof SessionUser user && !isValid(user)) {
            SecurityEvents.write(
                    "session-ended",
                    "reason",
                    isTooOld(user) ? "too-old" : "user-changed",
                    "user",
                    user.getName(),
                    "address",
                    request.getRemoteAddr());
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        }
        chain.doFilter(request, response);
    }

    private boolean isTooOld(SessionUser user) {
        return !user.at().plus(LONGEST_SESSION).isAfter(clock.instant());
    }

    private boolean isValid(SessionUser user) {
        if (isTooOld(user)) {
            return false;
        }
        Optional<HqUser> current = users.find(user.getName()).filter(it -> isSame(it, user));
        Instant now = clock.instant();
        current.filter(it -> it.isUseUnrecorded(now)).ifPresent(it -> users.recordUse(it, now));
        return current.isPresent();
    }

    // A user who was deleted and added again under the same name is another one, with the same first version.
    private static boolean isSame(HqUser current, SessionUser user) {
        return current.enabled()
                && current.version() == user.version()
                && !current.createdAt().isAfter(user.at());
    }

    /** A user of a session. */
    interface SessionUser {

        /** The user name. */
        String getName();

        /** The version that the user had when signing in. */
        long version();

        /** When the user signed in. */
        Instant at();
    }
}
