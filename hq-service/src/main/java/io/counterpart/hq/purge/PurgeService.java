package io.counterpart.hq.purge;

import java.time.Clock;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.hq.till.TillProperties;
import io.counterpart.support.purge.PurgeLoop;

/**
 * Purges staged operations from the oldest to the first that is too recent, one batch per transaction; several
 * instances may run it concurrently.
 */
@Service
class PurgeService implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(PurgeService.class);

    private final PurgeRepository repository;
    private final PurgeLoop loop;
    private final PurgeProperties properties;
    private final TillProperties tills;
    private final Clock clock;

    PurgeService(
            PurgeRepository repository,
            TransactionTemplate transaction,
            PurgeProperties properties,
            TillProperties tills,
            Clock clock) {
        this.repository = repository;
        this.loop = new PurgeLoop(transaction, properties.batchSize());
        this.properties = properties;
        this.tills = tills;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::run, properties.interval(), properties.interval()));
    }

    /** Returns the number of deleted operations. */
    int run() {
        Instant before = clock.instant().minus(properties.retention());
        int operations = loop.purgeLog((after, size) -> repository.purgeOperations(after, before, size));
        int others = PurgeRepository.ageingTables().stream()
                .mapToInt(table -> loop.purgeAll(size -> repository.purgeOld(table, before, size)))
                .sum();
        Instant auditBefore = clock.instant().minus(properties.auditRetention());
        others += loop.purgeAll(size -> repository.purgeAudit(auditBefore, size));
        Instant now = clock.instant();
        Instant silentSince = now.minus(tills.retention());
        others += loop.purgeAll(size -> repository.purgeTills(silentSince, size));
        others += loop.purgeAll(size -> repository.purgeMerges(now, size));
        others += PurgeRepository.sampleLengths().stream()
                .mapToInt(length -> loop.purgeAll(size -> repository.purgeSamples(length, now, size)))
                .sum();
        if (operations + others > 0) {
            log.info(
                    "Purged {} operations and {} sessions, resends, audit entries, samples and tills",
                    operations,
                    others);
        }
        return operations;
    }
}
