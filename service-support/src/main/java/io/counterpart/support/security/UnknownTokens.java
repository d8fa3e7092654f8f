package io.counterpart.support.security;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Remembers tokens that do not exist for two seconds, so that a caller that repeats one costs no statement each time. A new
 * token is accepted after that time at the latest.
 */
public final class UnknownTokens {

    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final int MAX_TOKENS = 10_000;

    private final Cache<String, Boolean> hashes = Caffeine.newBuilder()
            .maximumSize(MAX_TOKENS)
            .expireAfterWrite(REMEMBERED)
            .build();

    public boolean contains(String sha256) {
        return hashes.getIfPresent(sha256) != null;
    }

    public void add(String sha256) {
        hashes.put(sha256, true);
    }

    public void clear() {
        hashes.invalidateAll();
    }
}
