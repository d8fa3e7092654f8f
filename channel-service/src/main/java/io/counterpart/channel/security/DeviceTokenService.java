package io.counterpart.channel.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

import io.counterpart.contract.configuration.ChannelToken;
import io.counterpart.support.security.SecurityEvents;
import io.counterpart.support.security.UnknownTokens;

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
    private final Cache<String, CachedToken> known =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();
    private final UnknownTokens unknown = new UnknownTokens();

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

    /** Clears the caches after a change. */
    public void refresh() {
        known.invalidateAll();
        unknown.clear();
    }

    Optional<Caller> callerWith(String sha256) {
        Instant now = clock.instant();
        CachedToken cached = known.getIfPresent(sha256);
        if (cached == null || cached.until.isBefore(now)) {
            cached = unknown.contains(sha256) ? null : lookUp(sha256, cached, now);
        }
        return cached == null || cached.token.expiredAt(now)
                ? Optional.empty()
                : Optional.of(cached.token.caller());
    }

    // In separate caches: any number of unknown tokens displaces no known one.
    private @Nullable CachedToken lookUp(String sha256, @Nullable CachedToken stale, Instant now) {
        try {
            Optional<DeviceToken> found = repository.find(sha256);
            if (found.isEmpty()) {
                known.invalidate(sha256);
                unknown.add(sha256);
                return null;
            }
            var fresh = new CachedToken(found.get(), now.plus(CACHE_TTL));
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
    private record CachedToken(DeviceToken token, Instant until) {}
}
