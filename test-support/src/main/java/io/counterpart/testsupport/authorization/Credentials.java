package io.counterpart.testsupport.authorization;

import java.util.HashMap;
import java.util.Map;

/** The headers by which a caller is known: none, a bearer token, or the cookie of a session with its CSRF token. */
public record Credentials(Map<String, String> headers) {

    public static final Credentials NONE = new Credentials(Map.of());

    public static Credentials token(String token) {
        return new Credentials(Map.of("Authorization", "Bearer " + token));
    }

    public static Credentials session(String cookie, String csrfToken) {
        return new Credentials(Map.of("Cookie", cookie, "X-CSRF-TOKEN", csrfToken));
    }

    /** Both, in one request. */
    public Credentials and(Credentials other) {
        var both = new HashMap<>(headers);
        both.putAll(other.headers);
        return new Credentials(both);
    }
}
