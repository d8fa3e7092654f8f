package io.counterpart.channel.localbook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.support.purge.PurgeLoop;

/** Deletes uses and removals that no valid cursor needs. */
@Component
class LocalBookPurgeJob {

    private static final int BATCH = 1000;

    // A transaction may commit long after the time that it noted.
    private static final Duration MARGIN = Duration.ofDays(1);

    private final CustomerUseRepository uses;
    private final LocalBookProperties properties;
    private final PurgeLoop loop;
    private final Clock clock;

    LocalBookPurgeJob(
            CustomerUseRepository uses, LocalBookProperties properties, TransactionTemplate transaction, Clock clock) {
        this.uses = uses;
        this.properties = properties;
        this.loop = new PurgeLoop(transaction, BATCH);
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${counterpart.purge.interval:1h}",
            initialDelayString = "${counterpart.purge.interval:1h}")
    void run() {
        Instant removals = clock.instant().minus(properties.removalsKept()).minus(MARGIN);
        loop.purgeAll(size -> uses.purgeRemoved(removals, size));
        Instant lastUses = removals.minus(Duration.ofDays(properties.days()));
        loop.purgeAll(size -> uses.purgeUses(lastUses, size));
    }
}
