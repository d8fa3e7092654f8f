package io.counterpart.channel.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

import io.counterpart.contract.configuration.ChannelToken;
import io.counterpart.support.security.SecurityEvents;

/** The tokens of the tills and storefronts of this channel database, by hash. */
@Service
public class DeviceTokenService {

    // A till that is switched on again after a year still learns that it has to delete its data.
    private static final Duration REVOKED_KEPT = Duration.ofDays(400);

    private static final int LENGTH_OF_HASH = 64;

    private final DeviceTokenRepository repository;
    private final CustomerTokenService customers;
    private final SessionService sessions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TokenCache cache;

    DeviceTokenService(
            DeviceTokenRepository repository,
            CustomerTokenService customers,
            SessionService sessions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.customers = customers;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
        this.cache = new TokenCache(repository::find, clock);
    }

    /** Replaces the tokens of a channel, in the caller's transaction. */
    public void replace(String channel, List<ChannelToken> tokens) {
        repository.replace(channel, tokens);
    }

    /**
     * Removes a token of this channel database, and with it its sessions and the tokens of the customers that signed in
     * with it. Only a token that HQ revokes so counts as revoked: one that 1070 no longer contains may have been lost by
     * a restore of HQ.
     */
    public void revoke(String sha256) {
        if (sha256.length() == LENGTH_OF_HASH) {
            Instant now = clock.instant();
            repository.rememberRevoked(sha256, now, now.minus(REVOKED_KEPT));
        }
        repository.remove(sha256).forEach(device -> SecurityEvents.write("token-revoked", "device", device));
        events.publishEvent(new TokenRevokedEvent(sha256));
        refresh();
    }

    /** Those of the tokens that are still valid. */
    public Set<String> valid(Set<String> tokens) {
        return repository.valid(tokens, clock.instant());
    }

    /** Clears the caches after a change. */
    public void refresh() {
        cache.clear();
        customers.refresh();
        sessions.refresh();
    }

    /** Whether HQ revoked the token. An unknown or expired one is not revoked. */
    boolean isRevoked(String sha256) {
        return cache.isRevoked(sha256);
    }

    Optional<Caller> callerWith(String sha256) {
        return cache.callerWith(sha256);
    }
}
