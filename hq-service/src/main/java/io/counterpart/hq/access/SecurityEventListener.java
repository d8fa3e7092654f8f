package io.counterpart.hq.access;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

import io.counterpart.support.security.SecurityEvents;

/** Writes sign-ins, lock-outs and sign-outs to the security event log. */
@Component
class SecurityEventListener {

    private static final String SIGN_IN = "sign-in";

    private final HqUserRepository users;
    private final Clock clock;

    SecurityEventListener(HqUserRepository users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    @EventListener
    void on(AuthenticationSuccessEvent event) {
        write(SIGN_IN, "success", null, event.getAuthentication().getName(), event.getAuthentication());
    }

    // An unknown name may be a password that was typed into the wrong field, so it is not written.
    @EventListener
    void on(AbstractAuthenticationFailureEvent event) {
        Authentication attempt = event.getAuthentication();
        if (event.getException() instanceof AuthenticationServiceException) {
            // The database is unavailable: the password was not compared, and the user cannot be looked up.
            write(SIGN_IN, "failure", "unavailable", "unknown", attempt);
            return;
        }
        HqUser user = users.find(attempt.getName()).orElse(null);
        String name = user == null ? "unknown" : user.username();
        AuthenticationException reason = event.getException();
        write(SIGN_IN, "failure", reason(reason), name, attempt);
        if (user != null && user.isLocked(clock.instant()) && !(reason instanceof LockedException)) {
            SecurityEvents.write("lock-out", "user", name, "address", address(attempt), "until", user.lockedUntil());
        }
    }

    @EventListener
    void on(LogoutSuccessEvent event) {
        write("sign-out", null, null, event.getAuthentication().getName(), event.getAuthentication());
    }

    private static void write(
            String event, @Nullable String outcome, @Nullable String reason, String user, Authentication by) {
        SecurityEvents.write(event, "outcome", outcome, "reason", reason, "user", user, "address", address(by));
    }

    private static String reason(AuthenticationException reason) {
        if (reason instanceof LockedException) {
            return "locked";
        }
        return reason instanceof DisabledException ? "disabled" : "bad-credentials";
    }

    private static @Nullable String address(Authentication authentication) {
        return authentication.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : null;
    }
}
