package io.counterpart.channel.upload;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.contract.configuration.JobCommand;

/**
 * Whether the P-job may run, by the last command of HQ; stored, so that it applies to every instance and survives a
 * restart.
 */
@Service
class PJobSettingService {

    private static final Logger log = LoggerFactory.getLogger(PJobSettingService.class);
    private static final long GOOD_FOR_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    // High enough that it was never assigned, low enough that there is room above.
    private static final long BEYOND_REASON = 1_000_000_000_000_000L;

    private final PJobSettingRepository repository;
    private final TransactionTemplate transaction;
    private volatile long keptCounter;
    private boolean held;
    private long readAt;
    private boolean read;

    PJobSettingService(PJobSettingRepository repository, TransactionTemplate transaction) {
        this.repository = repository;
        this.transaction = transaction;
    }

    /** Called before every batch; reads the table at most twice a second. */
    synchronized boolean isHeld() {
        long now = System.nanoTime();
        if (!read || now - readAt > GOOD_FOR_NANOS) {
            held = repository.isHeld();
            readAt = now;
            read = true;
        }
        return held;
    }

    void obey(JobCommand command) {
        switch (command.action()) {
            case HOLD -> hold(true);
            case RELEASE -> hold(false);
            case SCHEDULE -> schedule(command.recurrenceSeconds());
            case CONTINUE_ABOVE -> continueAbove(command.counterTo());
            case RUN -> log.debug("The P-job was triggered");
            case UPLOAD_AGAIN, REPORT_CUSTOMERS, REVOKE_TOKEN, REVOKE_CLERK ->
                throw new IllegalArgumentException("Not a setting of the P-job: " + command.action());
        }
    }

    private synchronized void hold(boolean hold) {
        repository.hold(hold);
        held = hold;
        log.info("The P-job is {}", hold ? "held" : "released");
    }

    /** The highest replication counter that this database has assigned, for heartbeats. */
    long highestCounter() {
        long highest = repository.highestCounter();
        if (highest > keptCounter) {
            repository.saveHighestCounter(highest);
            keptCounter = highest;
        }
        return highest;
    }

    // A restored database would assign counters again that HQ has already received.
    private void continueAbove(@Nullable Long counter) {
        if (counter != null && counter < BEYOND_REASON && counter > repository.highestCounter()) {
            transaction.executeWithoutResult(status -> repository.continueAbove(counter));
            log.warn("This database was restored from a backup; replication counters continue above {}", counter);
        }
    }

    private void schedule(@Nullable Integer seconds) {
        if (seconds != null && seconds > 0) {
            repository.schedule(seconds);
            log.info("The P-job now runs every {} s", seconds);
        }
    }
}
