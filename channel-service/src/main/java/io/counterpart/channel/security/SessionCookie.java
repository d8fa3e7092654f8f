package io.counterpart.channel.security;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The cookie that holds the secret of a session: no script can read it, and pages of other sites do not send it. */
@Component
class SessionCookie {

    private static final String NAME = "counterpart-session";

    private final boolean secure;

    SessionCookie(Environment environment) {
        this.secure = !environment.acceptsProfiles(Profiles.of("local"));
    }

    /** The secret of the session; empty: the request has none. */
    Optional<String> read(HttpServletRequest request) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, name(request));
        return cookie == null || cookie.getValue().isEmpty() ? Optional.empty() : Optional.of(cookie.getValue());
    }

    /** The header that sets the cookie. */
    String set(HttpServletRequest request, String secret, Duration lifetime) {
        return ResponseCookie.from(name(request), secret)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .maxAge(lifetime)
                .build()
                .toString();
    }

    /** The header that removes the cookie. */
    String remove(HttpServletRequest request) {
        return set(request, "", Duration.ZERO);
    }

    // With this prefix browsers take the cookie from this host only, over TLS. Without it, the services of one machine
    // would share one cookie.
    private String name(HttpServletRequest request) {
        return secure ? "__Host-" + NAME : NAME + "-" + request.getServerPort();
    }
}
