package io.counterpart.hq.synchronization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
import io.counterpart.messaging.Pause;
import io.counterpart.messaging.Worker;

/**
 * Runs Synchronize on a dedicated thread, after each staging on this node and at each recurrence. It backs off while
 * the database is unavailable; a configuration fault is logged once and pauses the loop.
 */
@Component
class SynchronizationLoop implements SmartLifecycle, JobHandler {

    private static final Logger log = LoggerFactory.getLogger(SynchronizationLoop.class);

    private final SynchronizationJob job;
    private final PendingCustomerPublisher pending;
    private final BatchJobSettings jobs;
    private final SynchronizationProperties properties;
    private final Clock clock;
    private final Worker worker;
    private final AtomicBoolean alarm = new AtomicBoolean();
    private volatile Instant lastPublished = Instant.EPOCH;

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
        this.worker = new Worker("synchronize", this::once, this::pauseAfterFailure);
        Gauge.builder("hq.synchronization.configuration.alarm", alarm, it -> it.get() ? 1 : 0)
                .description("1 while the synchronization job is stopped by a configuration error")
                .register(meters);
    }

    @EventListener
    void on(OperationsStagedEvent staged) {
        worker.signal();
    }

    @Override
    public String job() {
        return BatchJobSettings.SYNCHRONIZE;
    }

    @Override
    public void trigger() {
        worker.hurry();
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

    private Pause once() {
        job.run(() -> {
            if (!alarm.get()
                    && lastPublished.plus(properties.tellPendingWhileDraining()).isBefore(clock.instant())) {
                lastPublished = clock.instant();
                pending.publish(lastPublished.minus(properties.tellPendingAfter()), lastPublished);
            }
        });
        if (alarm.compareAndSet(true, false)) {
            log.info("Synchronize resumed");
        }
        publishPending();
        return Pause.atMost(jobs.recurrence(BatchJobSettings.SYNCHRONIZE));
    }

    // Newly staged operations do not end these pauses; only a requested run does.
    private Pause pauseAfterFailure(RuntimeException failure, int failures) {
        if (failure instanceof NumbersBlockedException) {
            log.debug("Synchronize is waiting: {}", failure.getMessage());
            return Pause.whole(jobs.recurrence(BatchJobSettings.SYNCHRONIZE));
        }
        if (failure instanceof NumberSequenceExhaustedException exhausted) {
            alarm(exhausted);
            failedQuietly(failure);
            tryPublishPending();
            return Pause.whole(properties.configurationPause());
        }
        log.warn("Synchronize failed, attempt {}: {}", failures, failure.getMessage());
        failedQuietly(failure);
        return Pause.whole(jittered(failures));
    }

    private void publishPending() {
        lastPublished = clock.instant();
        while (worker.isRunning()
                && !pending.publish(lastPublished.minus(properties.tellPendingAfter()), lastPublished)) {
            lastPublished = clock.instant();
        }
    }

    private void tryPublishPending() {
        try {
            publishPending();
        } catch (RuntimeException e) {
            log.warn("Pending customers could not be published to the channels: {}", e.getMessage());
        }
    }

    // The run history is informational: a failure to write it must not stop the loop.
    private void failedQuietly(RuntimeException reason) {
        try {
            jobs.failed(BatchJobSettings.SYNCHRONIZE, reason.getMessage());
        } catch (RuntimeException e) {
            log.debug("The run could not be recorded: {}", e.getMessage());
        }
    }

    private void alarm(NumberSequenceExhaustedException e) {
        if (alarm.compareAndSet(false, true)) {
            log.error("Synchronize stopped until the configuration is fixed: {}", e.getMessage());
        }
    }

    private Duration jittered(int failures) {
        long longest = Math.min(properties.longestPause().toMillis(), 200L << Math.min(failures, 12));
        return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    }
}
