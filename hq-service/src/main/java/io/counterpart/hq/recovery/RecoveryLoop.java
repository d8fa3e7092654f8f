package io.counterpart.hq.recovery;

import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import io.counterpart.messaging.Pause;
import io.counterpart.messaging.Worker;

/** Checks the database and advances a recovery on a dedicated thread; starts before Synchronize and the listeners. */
@Component
class RecoveryLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RecoveryLoop.class);

    private final RestoreDetection detection;
    private final RecoveryProcess run;
    private final RecoveryRepository repository;
    private final RecoveryProperties properties;
    private final Worker worker;
    private final AtomicInteger recovering = new AtomicInteger();

    RecoveryLoop(
            RestoreDetection detection,
            RecoveryProcess run,
            RecoveryRepository repository,
            RecoveryProperties properties,
            MeterRegistry meters) {
        this.detection = detection;
        this.run = run;
        this.repository = repository;
        this.properties = properties;
        this.worker = new Worker("recovery", this::round, this::pauseAfterFailure);
        Gauge.builder("hq.recovery.running", recovering, AtomicInteger::get)
                .description("1 while HQ is recovering after a restore of its database and assigns no numbers")
                .register(meters);
    }

    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isAutoStartup() {
        return properties.enabled();
    }

    @Override
    public void start() {
        detection.start();
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

    private Pause round() {
        detection.look();
        run.advance();
        recovering.set(repository.open().isPresent() ? 1 : 0);
        return Pause.atMost(properties.interval());
    }

    private Pause pauseAfterFailure(RuntimeException failure, int failures) {
        log.warn("The database check or the recovery failed and will be retried: {}", failure.getMessage());
        return Pause.atMost(properties.interval());
    }
}
