package io.counterpart.hq.recovery;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Checks the database and brings a recovery on, on a thread of its own; before Synchronize and the listeners start. */
@Component
class RecoveryLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RecoveryLoop.class);

    private final RestoreDetection detection;
    private final RecoveryProcess run;
    private final RecoveryRepository repository;
    private final RecoveryProperties properties;
    private final Semaphore stopped = new Semaphore(0);
    private final AtomicInteger recovering = new AtomicInteger();
    private volatile boolean running;
    private @Nullable Thread thread;

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
        Gauge.builder("hq.recovery.running", recovering, AtomicInteger::get)
                .description("1: HQ recovers after a restore of its database and gives no numbers")
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
        running = true;
        detection.start();
        var started = new Thread(this::loop, "recovery");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        running = false;
        stopped.release();
        Thread stopping = thread;
        if (stopping != null) {
            try {
                stopping.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop() {
        while (running) {
            try {
                detection.look();
                run.advance();
                recovering.set(repository.open().isPresent() ? 1 : 0);
            } catch (RuntimeException e) {
                log.warn("The check of the database or the recovery could not go on: {}", e.getMessage());
            }
            pause();
        }
    }

    private void pause() {
        try {
            if (stopped.tryAcquire(properties.interval().toMillis(), TimeUnit.MILLISECONDS)) {
                running = false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
