package io.counterpart.channel.security;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

import org.springframework.stereotype.Service;

import io.counterpart.support.problem.StandardProblem;
import io.counterpart.support.security.SecurityEvents;
import io.counterpart.support.security.Sha256;

/**
 * The sessions of web pages: each acts as the token of a till or storefront, and ends with it, after a shift without a
 * request, or after a day.
 */
@Service
class SessionService {

    static final Duration IDLE = Duration.ofHours(12);
    static final Duration LIFETIME = Duration.ofHours(24);

    // A session that is used costs one update in this time.
    private static final Duration EXTENDED_EVERY = Duration.ofMinutes(10);
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SessionRepository repository;
    private final Clock clock;
    private final TokenCache cache;

    SessionService(SessionRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
        this.cache = new TokenCache(this::load, clock);
    }

    /** Returns the session with its secret, which is not available later. */
    NewSession create(Caller caller) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant expiresAt = repository
                .add(Sha256.hex(secret), caller.token(), now.plus(IDLE), now.plus(LIFETIME))
                .orElseThrow(() -> StandardProblem.UNAUTHORIZED.because("The token was revoked."));
        SecurityEvents.write("session-created", "device", caller.getName());
        return new NewSession(secret, expiresAt);
    }

    Optional<Caller> callerWith(String secret) {
        return cache.callerWith(Sha256.hex(secret));
    }

    /** Whether HQ revoked the token of the session. */
    boolean isRevoked(String secret) {
        return cache.isRevoked(Sha256.hex(secret));
    }

    /** When the session ends at the latest. */
    Optional<Instant> expiryOf(String secret) {
        return repository.find(Sha256.hex(secret)).map(StoredSession::expiresAt);
    }

    void end(String secret, Caller caller) {
        String sha256 = Sha256.hex(secret);
        if (repository.remove(sha256)) {
            SecurityEvents.write("session-ended", "device", caller.getName());
        }
        cache.remove(sha256);
    }

    void refresh() {
        cache.clear();
    }

    private Optional<StoredToken> load(String sha256) {
        Optional<StoredSession> found = repository.find(sha256);
        found.ifPresent(session -> extend(sha256, session));
        return found.map(StoredSession::token);
    }

    private void extend(String sha256, StoredSession session) {
        Instant now = clock.instant();
        boolean due = session.idleUntil().isBefore(now.plus(IDLE).minus(EXTENDED_EVERY))
                && session.idleUntil().isBefore(session.expiresAt());
        if (due && session.token().isValidAt(now)) {
            repository.extend(sha256, now.plus(IDLE), now);
        }
    }

    /**
     * A session that was just created.
     *
     * @param secret the value of its cookie
     */
    record NewSession(String secret, Instant expiresAt) {}
}
