package io.counterpart.hq.customerimport;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

import io.counterpart.hq.distribution.DistributionLogWriter;
import io.counterpart.hq.numbering.NumberGate;
import io.counterpart.messaging.Pause;
import io.counterpart.messaging.Worker;

/**
 * Processes imports on a dedicated thread, not faster than 1010 publishes; continues an import that another node left
 * unfinished. Records that the database rejects are found by processing the chunk one by one.
 */
@Component
class ImportLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ImportLoop.class);
    private static final Pause BREATH = Pause.atMost(Duration.ofMillis(100));

    private final ImportBatch batch;
    private final ImportCleanup cleanup;
    private final DistributionLogWriter distribution;
    private final NumberGate numbers;
    private final CustomerImportProperties properties;
    private final Worker worker;
    private int oneByOne;

    ImportLoop(
            ImportBatch batch,
            ImportCleanup cleanup,
            DistributionLogWriter distribution,
            NumberGate numbers,
            CustomerImportProperties properties) {
        this.batch = batch;
        this.cleanup = cleanup;
        this.distribution = distribution;
        this.numbers = numbers;
        this.properties = properties;
        this.worker = new Worker("customer-import", this::next, this::pauseAfterFailure);
    }

    void trigger() {
        worker.signal();
    }

    /** After an import that was cancelled. */
    void cleanSoon() {
        cleanup.soon();
        worker.signal();
    }

    @Override
    public boolean isAutoStartup() {
        return properties.enabled();
    }

    @Override
    public void start() {
        worker.start();
    }

    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    private Pause next() {
        if (numbers.isBlocked() || distribution.hasMoreWaitingThan(properties.mostWaiting())) {
            return BREATH;
        }
        if (process()) {
            cleanup.soon();
            return Pause.NONE;
        }
        return cleanup.cleanIfDue() ? Pause.NONE : Pause.atMost(properties.interval());
    }

    /** Processes the next records; returns false if there are none. */
    boolean process() {
        int size = oneByOne > 0 ? 1 : properties.chunk();
        try {
            boolean found = batch.run(size);
            oneByOne = found ? Math.max(0, oneByOne - 1) : 0;
            return found;
        } catch (DataIntegrityViolationException e) {
            // Another transaction may just have created one of these customers: the next attempt finds it.
            if (size > 1) {
                oneByOne = size;
            } else {
                log.warn(
                        "The database rejects a record of a customer import: {}",
                        e.getClass().getSimpleName());
                batch.skipOne();
            }
            return true;
        }
    }

    private Pause pauseAfterFailure(RuntimeException failure, int failures) {
        log.warn("The customer import failed and will be retried: {}", failure.getMessage());
        return Pause.atMost(properties.interval());
    }
}
