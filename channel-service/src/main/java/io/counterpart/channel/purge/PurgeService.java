package io.counterpart.channel.purge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.support.purge.PurgeLoop;

/**
 * Purges the operation log from its oldest row to the first one within the retention, one batch per transaction. Any
 * instance may run it, and concurrent runs do no harm.
 */
@Service
class PurgeService implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(PurgeService.class);

    private static final Duration ATTEMPTS_KEPT = Duration.ofDays(1);

    private final PurgeRepository repository;
    private final PurgeLoop loop;
    private final PurgeProperties properties;
    private final Clock clock;

    PurgeService(PurgeRepository repository, TransactionTemplate transaction, PurgeProperties properties, Clock clock) {
        this.repository = repository;
        this.loop = new PurgeLoop(transaction, properties.batchSize());
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::run, properties.interval(), properties.interval()));
    }

    /** Returns the number of purged operations. */
    int run() {
        Instant now = clock.instant();
        Instant before = now.minus(properties.retention());
        int operations = loop.purgeLog((after, size) -> repository.purgeOperations(after, before, size));
        int sessions = loop.purgeAll(size -> repository.purgeSessions(before, size));
        loop.purgeAll(size -> repository.purgeOfflineOperations(before, size));
        loop.purgeAll(size -> repository.purgeTillStates(before, size));
        loop.purgeAll(size -> repository.purgeCustomerTokens(now, size));
        loop.purgeAll(size -> repository.purgeBrowserSessions(now, size));
        loop.purgeAll(size -> repository.purgeSignUpClaims(now, size));
        loop.purgeAll(size -> repository.purgeClerkSignInAttempts(now.minus(ATTEMPTS_KEPT), size));
        loop.purgeAll(size -> repository.purgeDataKeys(now, size));
        if (operations + sessions > 0) {
            log.info("Purged {} operations and {} upload sessions from before {}", operations, sessions, before);
        }
        return operations;
    }
}
