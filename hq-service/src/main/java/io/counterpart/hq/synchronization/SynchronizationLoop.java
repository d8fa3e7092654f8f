package io.counterpart.hq.synchronization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.counterpart.hq.job.BatchJobSettings;
import io.counterpart.hq.job.JobHandler;
import io.counterpart.hq.numbering.NumberSequenceExhaustedException;
import io.counterpart.hq.numbering.NumbersBlockedException;
import io.counterpart.hq.staging.OperationsStagedEvent;

/**
 * Runs Synchronize on a thread of its own: at once after something was staged here, else at every recurrence. While the
 * database is away it waits a little longer each time; while somebody has to set something up it says so once and waits.
 */
@Component
class SynchronizationLoop implements SmartLifecycle, JobHandler {

    private static final Logger log = LoggerFactory.getLogger(SynchronizationLoop.class);

    private final SynchronizationJob job;
    private final PendingCustomerPublisher pending;
    private final BatchJobSettings jobs;
    private final SynchronizationProperties properties;
    private final Clock clock;
    private final Semaphore wakeUps = new Semaphore(0);
    private final AtomicBoolean alarm = new AtomicBoolean();
    private volatile boolean running;
    private volatile boolean urgent;
    private volatile Instant lastPublished = Instant.EPOCH;
    private int failures;
    private @Nullable Thread thread;

    SynchronizationLoop(
            SynchronizationJob job,
            PendingCustomerPublisher pending,
            BatchJobSettings jobs,
            SynchronizationProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.job = job;
        this.pending = pending;
        this.jobs = jobs;
        this.properties = properties;
        this.clock = clock;
        Gauge.builder("hq.synchronization.configuration.alarm", alarm, it -> it.get() ? 1 : 0)
                .description("1: Synchronize stopped until somebody sets something up")
                .register(meters);
    }

    @EventListener
    void on(OperationsStagedEvent staged) {
        wakeUps.release();
    }

    @Override
    public String job() {
        return BatchJobSettings.SYNCHRONIZE;
    }

    @Override
    public void trigger() {
        urgent = true;
        wakeUps.release();
    }

    @Override
    public boolean isAutoStartup() {
        return properties.enabled();
    }

    @Override
    public void start() {
        running = true;
        var started = new Thread(this::loop, "synchronize");
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
                once();
                failures = 0;
                pause(jobs.recurrence(BatchJobSettings.SYNCHRONIZE));
            } catch (NumbersBlockedException e) {
                log.debug("Synchronize waits: {}", e.getMessage());
                pauseFor(jobs.recurrence(BatchJobSettings.SYNCHRONIZE));
            } catch (NumberSequenceExhaustedException e) {
                alarm(e);
                failedQuietly(e);
                tryPublishPending();
                pauseFor(properties.configurationPause());
            } catch (RuntimeException e) {
                failures++;
                log.warn("Synchronize could not work, try {}: {}", failures, e.getMessage());
                failedQuietly(e);
                pauseFor(pauseAfterFailure());
            }
        }
    }

    private void once() {
        wakeUps.drainPermits();
        urgent = false;
        job.run(() -> {
            if (!alarm.get()
                    && lastPublished.plus(properties.tellPendingWhileDraining()).isBefore(clock.instant())) {
                lastPublished = clock.instant();
                pending.publish(lastPublished.minus(properties.tellPendingAfter()), lastPublished);
            }
        });
        if (alarm.compareAndSet(true, false)) {
            log.info("Synchronize goes on");
        }
        publishPending();
    }

    private void publishPending() {
        lastPublished = clock.instant();
        while (running && !pending.publish(lastPublished.minus(properties.tellPendingAfter()), lastPublished)) {
            lastPublished = clock.instant();
        }
    }

    private void tryPublishPending() {
        try {
            publishPending();
        } catch (RuntimeException e) {
            log.warn("The channels could not be told of pending customers: {}", e.getMessage());
        }
    }

    // The history is for people; that it cannot be written now must not stop the loop.
    private void failedQuietly(RuntimeException reason) {
        try {
            jobs.failed(BatchJobSettings.SYNCHRONIZE, reason.getMessage());
        } catch (RuntimeException e) {
            log.debug("The run could not be written down: {}", e.getMessage());
        }
    }

    private void alarm(NumberSequenceExhaustedException e) {
        if (alarm.compareAndSet(false, true)) {
            log.error("Synchronize stopped until somebody sets this up: {}", e.getMessage());
        }
    }

    private Duration pauseAfterFailure() {
        long longest = Math.min(properties.longestPause().toMillis(), 200L << Math.min(failures, 12));
        return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    }

    private void pause(Duration most) {
        try {
            wakeUps.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    // What is staged meanwhile changes nothing; only a person ends this pause.
    private void pauseFor(Duration whole) {
        long end = System.nanoTime() + whole.toNanos();
        while (running && !urgent && System.nanoTime() < end) {
            pause(Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime())));
        }
    }
}
