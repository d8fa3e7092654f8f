package io.counterpart.hq.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.util.WebUtils;

import io.counterpart.support.web.SitePath;

/**
 * Remembers the page that a visitor requested before the sign-in, in a cookie instead of a session that every anonymous
 * request would create.
 */
final class RequestedPageCache implements RequestCache {

    static final String COOKIE = "counterpart-requested-page";

    private static final Duration REMEMBERED = Duration.ofMinutes(30);
    private static final int LONGEST_PATH = 2000;

    private final boolean secure;

    /**
     * Creates the cache.
     *
     * @param secure whether browsers may return the cookie over TLS only
     */
    RequestedPageCache(boolean secure) {
        this.secure = secure;
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String page = pageOf(request);
        if (isAPage(request) && page.length() <= LONGEST_PATH) {
            byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
            write(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), REMEMBERED, response);
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        String page = cookie == null ? "" : decoded(cookie.getValue());
        return SitePath.isOfThisSite(page) ? new SimpleSavedRequest(page) : null;
    }

    /** A page is requested again by the browser, so there is no request to restore; its cookie has served its purpose. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = getRequest(request, response);
        if (saved != null && saved.getRedirectUrl().equals(pageOf(request))) {
            removeRequest(request, response);
        }
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        write("", Duration.ZERO, response);
    }

    private void write(String value, Duration age, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/")
                        .maxAge(age)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    private static String pageOf(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static boolean isAPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return "GET".equals(request.getMethod())
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && request.getHeader("HX-Request") == null;
    }

    private static String decoded(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
