package io.counterpart.hq.restore;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

import io.counterpart.hq.synchronization.ImmediateConversion;

/**
 * Detects channel databases that were restored from a backup, and lets them catch up: their counters continue above
 * HQ's, and operations that failed with a used number are retried as the next ones of their customers. Several
 * instances may run it concurrently.
 */
@Component
class ChannelRestoreJob implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(ChannelRestoreJob.class);
    private static final int AT_ONCE = 500;

    private final ChannelRestoreService restores;
    private final ChannelRestoreRepository repository;
    private final ImmediateConversion conversion;
    private final ChannelRestoreProperties properties;
    private final AtomicLong open = new AtomicLong();

    ChannelRestoreJob(
            ChannelRestoreService restores,
            ChannelRestoreRepository repository,
            ImmediateConversion conversion,
            ChannelRestoreProperties properties,
            MeterRegistry meters) {
        this.restores = restores;
        this.repository = repository;
        this.conversion = conversion;
        this.properties = properties;
        Gauge.builder("hq.channel.restores.open", open, AtomicLong::get)
                .description("Channel databases restored from a backup that have not caught up")
                .register(meters);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::run, properties.interval(), properties.interval()));
    }

    void run() {
        try {
            restores.detect();
            open.set(repository.open());
            if (open.get() > 0) {
                restores.command();
                retryConflicts();
                restores.heal();
            }
        } catch (RuntimeException e) {
            log.warn("Restored channel databases could not be checked: {}", e.getMessage());
        }
    }

    private void retryConflicts() {
        List<Long> conflicts = repository.conflicts(AT_ONCE);
        if (!conflicts.isEmpty()) {
            conversion.synchronize(conflicts);
        }
    }
}
