package io.counterpart.channel.security;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;

import io.counterpart.support.problem.StandardProblem;
import io.counterpart.support.security.Sha256;

/**
 * The tokens of signed-in customers: valid for a quarter of an hour, and no longer than the token of the storefront
 * that signed the customer in.
 */
@Service
public class CustomerTokenService {

    private static final Duration LIFETIME = Duration.ofMinutes(15);

    // Shows in which table a token is stored, so that no token needs a second lookup. HQ makes no token with a dot.
    private static final String PREFIX = "customer.";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CustomerTokenRepository repository;
    private final Clock clock;
    private final TokenCache cache;

    CustomerTokenService(CustomerTokenRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
        this.cache = new TokenCache(repository::find, clock);
    }

    static boolean isCustomerToken(String token) {
        return token.startsWith(PREFIX);
    }

    /** Returns the token itself, which is not available later. */
    public CustomerToken issue(Caller storefront, UUID customer) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Instant until = clock.instant().truncatedTo(ChronoUnit.MILLIS).plus(LIFETIME);
        return repository
                .add(Sha256.hex(token), customer, storefront.token(), until)
                .map(expiresAt -> new CustomerToken(token, expiresAt))
                .orElseThrow(() -> StandardProblem.UNAUTHORIZED.because("The token of the storefront was revoked."));
    }

    void refresh() {
        cache.clear();
    }

    Optional<Caller> callerWith(String sha256) {
        return cache.callerWith(sha256);
    }

    /** A new token of a customer. */
    public record CustomerToken(String token, Instant expiresAt) {}
}
