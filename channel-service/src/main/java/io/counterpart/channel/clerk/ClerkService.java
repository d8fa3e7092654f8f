package io.counterpart.channel.clerk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;

import io.counterpart.contract.configuration.ChannelClerk;
import io.counterpart.support.security.SecurityEvents;

/** Takes the clerks and their revocations over from HQ. */
@Service
public class ClerkService {

    // Longer than any record of 1070 can be late.
    private static final Duration REVOCATIONS_KEPT = Duration.ofDays(400);

    private final ClerkRepository repository;
    private final Clock clock;

    ClerkService(ClerkRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Replaces the clerks of a channel, in the caller's transaction. */
    public void replace(String channel, List<ChannelClerk> clerks) {
        repository.replace(channel, clerks);
    }

    /** Refuses the PINs of a clerk that were set before this time, whatever 1070 says. */
    public void revoke(UUID clerk, Instant at) {
        repository.revoke(clerk, at, clock.instant().minus(REVOCATIONS_KEPT));
        SecurityEvents.write("clerk-revoked", "clerk", clerk);
    }
}
