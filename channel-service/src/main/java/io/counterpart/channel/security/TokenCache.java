package io.counterpart.channel.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

import io.counterpart.support.security.UnknownTokens;

/**
 * Tokens by hash, for a few seconds, so that a request needs no statement; a revoked token is rejected with that delay,
 * and a cached token remains valid while the database is unavailable.
 */
final class TokenCache {

    private static final Duration TTL = Duration.ofSeconds(2);
    private static final int MAX_CACHED = 20_000;

    private final Function<String, Optional<StoredToken>> stored;
    private final Clock clock;
    private final Cache<String, CachedToken> known =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();
    private final UnknownTokens unknown = new UnknownTokens();

    TokenCache(Function<String, Optional<StoredToken>> stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    void clear() {
        known.invalidateAll();
        unknown.clear();
    }

    void remove(String sha256) {
        known.invalidate(sha256);
    }

    Optional<Caller> callerWith(String sha256) {
        Instant now = clock.instant();
        return find(sha256, now).filter(token -> token.isValidAt(now)).map(StoredToken::caller);
    }

    boolean isRevoked(String sha256) {
        return find(sha256, clock.instant()).filter(StoredToken::revoked).isPresent();
    }

    private Optional<StoredToken> find(String sha256, Instant now) {
        CachedToken cached = known.getIfPresent(sha256);
        if (cached == null || cached.until.isBefore(now)) {
            cached = unknown.contains(sha256) ? null : lookUp(sha256, cached, now);
        }
        return Optional.ofNullable(cached).map(CachedToken::token);
    }

    // In separate caches: any number of unknown tokens displaces no known one.
    private @Nullable CachedToken lookUp(String sha256, @Nullable CachedToken stale, Instant now) {
        try {
            Optional<StoredToken> found = stored.apply(sha256);
            if (found.isEmpty()) {
                known.invalidate(sha256);
                unknown.add(sha256);
                return null;
            }
            var fresh = new CachedToken(found.get(), now.plus(TTL));
            known.put(sha256, fresh);
            return fresh;
        } catch (DataAccessException e) {
            if (stale == null) {
                throw e;
            }
            return stale;
        }
    }

    /** A token as it was found, and until when it is believed. */
    private record CachedToken(StoredToken token, Instant until) {}
}
