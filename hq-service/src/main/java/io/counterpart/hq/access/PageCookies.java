package io.counterpart.hq.access;

import jakarta.servlet.http.Cookie;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;

/** The cookies of HQ's pages. Visitors who have not signed in have cookies only, and no session. */
@Component
class PageCookies {

    private final String session;
    private final boolean secure;

    PageCookies(
            @Value("${server.servlet.session.cookie.name}") String session,
            @Value("${server.servlet.session.cookie.secure}") boolean secure) {
        this.session = session;
        this.secure = secure;
    }

    CookieCsrfTokenRepository csrf() {
        var cookie = new CookieCsrfTokenRepository();
        // With this prefix browsers take the cookie from this host only, not from another one of the domain.
        cookie.setCookieName(secure ? "__Host-counterpart-csrf" : "counterpart-csrf");
        cookie.setCookiePath("/");
        cookie.setHeaderName("X-CSRF-TOKEN");
        cookie.setCookieCustomizer(it -> it.secure(secure).httpOnly(true).sameSite("Lax"));
        return cookie;
    }

    RequestedPageCache requestedPage() {
        return new RequestedPageCache(secure);
    }

    /** Deletes the cookie of the session: with it, the next visit would show that the session has expired. */
    Cookie endOfSession() {
        var cookie = new Cookie(session, "");
        cookie.setPath("/");
        cookie.setMaxAge(0);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        return cookie;
    }
}
