package io.counterpart.channel.origin;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Where the page that sent a request comes from, as the browser states it in headers that no script can set. A client
 * that is no browser can state anything, and gains nothing by it.
 */
public enum RequestOrigin {
    /** A page of this service. */
    SAME,
    /** A page of another origin. */
    OTHER,
    /** The request does not say: no browser, an old one, or an address that a user entered. */
    UNKNOWN;

    private static final String FETCH_SITE = "Sec-Fetch-Site";

    public static RequestOrigin of(HttpServletRequest request) {
        String site = request.getHeader(FETCH_SITE);
        if (site != null) {
            return switch (site) {
                case "same-origin" -> SAME;
                case "none" -> UNKNOWN;
                default -> OTHER;
            };
        }
        // Browsers send Sec-Fetch-Site over TLS and to the own machine only.
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return UNKNOWN;
        }
        return isOf(request.getHeader(HttpHeaders.HOST), origin) ? SAME : OTHER;
    }

    // The scheme is not compared: a proxy that ends TLS hides it.
    private static boolean isOf(@Nullable String host, String origin) {
        if (host == null) {
            return false;
        }
        String lowerCase = host.toLowerCase(Locale.ROOT);
        return origin.equals("https://" + lowerCase) || origin.equals("http://" + lowerCase);
    }
}
