package io.counterpart.channel.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

import io.counterpart.contract.configuration.ChannelToken;
import io.counterpart.support.security.SecurityEvents;

/**
 * The tokens of this channel database, by hash. Cached for a few seconds, so that a request needs no statement; a
 * revoked token is rejected with that delay, and a cached token remains valid while the database is unavailable.
 */
@Service
public class DeviceTokenService {

    private static final Duration CACHE_TTL = Duration.ofSeconds(2);
    private static final int MAX_CACHED = 20_000;

    private final DeviceTokenRepository repository;
    private final Clock clock;
    private final Map<String, CachedToken> cache = new ConcurrentHashMap<>();

    DeviceTokenService(DeviceTokenRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Replaces the tokens of a channel, in the caller's transaction. */
    public void replace(String channel, List<ChannelToken> tokens) {
        repository.replace(channel, tokens);
    }

    /** Removes a token of this channel database. */
    public void revoke(String sha256) {
        repository.remove(sha256).forEach(device -> SecurityEvents.write("token-revoked", "device", device));
        refresh();
    }

    /** Those of the tokens that are still valid. */
    public Set<String> valid(Set<String> tokens) {
        return repository.valid(tokens, clock.instant());
    }

    /** Clears the cache after a change. */
    public void refresh() {
        cache.clear();
    }

    Optional<Caller> callerWith(String sha256) {
        Instant now = clock.instant();
        CachedToken known = cache.get(sha256);
        if (known == null || known.until.isBefore(now)) {
            known = lookUp(sha256, known, now);
        }
        return known.token == null || known.token.expiredAt(now) ? Optional.empty() : Optional.of(known.token.caller());
    }

    private CachedToken lookUp(String sha256, @Nullable CachedToken stale, Instant now) {
        try {
            var fresh = new CachedToken(repository.find(sha256).orElse(null), now.plus(CACHE_TTL));
            if (cache.size() >= MAX_CACHED) {
                cache.clear();
            }
            cache.put(sha256, fresh);
            return fresh;
        } catch (DataAccessException e) {
            if (stale == null || stale.token == null) {
                throw e;
            }
            return stale;
        }
    }

    /** A lookup result and its expiry. */
    private record CachedToken(@Nullable DeviceToken token, Instant until) {}
}
