package io.counterpart.support.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.core.Authentication;

/**
 * Access to the metrics on the management port.
 *
 * @param scrapeToken the bearer token of the metrics collector; empty: there is none
 * @param openMetrics whether the metrics need no token, because the network protects the port
 */
@ConfigurationProperties("counterpart.management")
public record ManagementProperties(
        @DefaultValue("") String scrapeToken,
        @DefaultValue("false") boolean openMetrics) {

    /** The role of the metrics collector. */
    public enum Role {
        SCRAPER
    }

    /** The metrics collector, if this is its token. It is not stored in the database, so metrics survive an outage. */
    public Optional<Authentication> scraper(String token) {
        boolean valid = !scrapeToken.isBlank() && MessageDigest.isEqual(bytes(scrapeToken), bytes(token));
        return valid ? Optional.of(BearerTokenFilter.authenticated("scraper", Role.SCRAPER)) : Optional.empty();
    }

    private static byte[] bytes(String token) {
        return token.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ManagementProperties[openMetrics=%s]".formatted(openMetrics);
    }
}
