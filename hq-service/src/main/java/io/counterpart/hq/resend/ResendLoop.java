package io.counterpart.hq.resend;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import io.counterpart.hq.distribution.DistributionLogWriter;

/** Works resends off on a thread of its own, never faster than 1010 publishes; goes on where a node left off. */
@Component
class ResendLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ResendLoop.class);
    private static final long BREATH_MS = 200;

    private final ResendBatch batch;
    private final DistributionLogWriter distribution;
    private final ResendProperties properties;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    ResendLoop(ResendBatch batch, DistributionLogWriter distribution, ResendProperties properties) {
        this.batch = batch;
        this.distribution = distribution;
        this.properties = properties;
    }

    void trigger() {
        wakeUps.release();
    }

    @Override
    public boolean isAutoStartup() {
        return properties.enabled();
    }

    @Override
    public void start() {
        running = true;
        var started = new Thread(this::loop, "resend");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        running = false;
        trigger();
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
                while (running && page()) {}
                pause(properties.interval().toMillis());
            } catch (RuntimeException e) {
                log.warn("The resend could not go on: {}", e.getMessage());
                pause(properties.interval().toMillis());
            }
        }
    }

    private boolean page() {
        if (distribution.waiting() > properties.mostWaiting()) {
            pause(BREATH_MS);
            return true;
        }
        return batch.run(properties.pageSize());
    }

    private void pause(long millis) {
        try {
            if (wakeUps.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
