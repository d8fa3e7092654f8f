package io.counterpart.channel.upload;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.counterpart.channel.upload.UploadStateRepository.UploadState;

/** Gauges of what can stop uploads: a hold, an unavailable Kafka, refused operations, and a log that grows. */
@Component
class UploadMetrics {

    private static final Logger log = LoggerFactory.getLogger(UploadMetrics.class);

    private final UploadStateRepository repository;
    private final PJobSettingService settings;
    private volatile UploadState state = UploadState.UNKNOWN;
    private volatile boolean held;

    UploadMetrics(
            UploadStateRepository repository,
            PJobSettingService settings,
            ChannelReporter reporter,
            Clock clock,
            MeterRegistry meters) {
        this.repository = repository;
        this.settings = settings;
        Gauge.builder("counterpart.upload.held", this, it -> it.held ? 1 : 0)
                .description("1: the P-job is on hold")
                .register(meters);
        Gauge.builder("counterpart.upload.refused", this, it -> it.state.refused())
                .description("Operations that Kafka refused for good, such as one that is too large")
                .register(meters);
        Gauge.builder("counterpart.operation.log.size", this, it -> it.state.bytes())
                .description("Size of the operation log on disk, with its indexes")
                .baseUnit("bytes")
                .register(meters);
        Gauge.builder("counterpart.kafka.acknowledged.age", reporter, it -> ageOf(it, clock))
                .description(
                        "Time since Kafka acknowledged a heartbeat of this instance; a heartbeat is sent every 3 s")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void refresh() {
        try {
            held = settings.isHeld();
            state = repository.read();
        } catch (RuntimeException e) {
            log.warn("The state of uploads could not be read: {}", e.getClass().getSimpleName());
        }
    }

    private static double ageOf(ChannelReporter reporter, Clock clock) {
        return Math.max(
                        0,
                        Duration.between(reporter.acknowledgedAt(), clock.instant())
                                .toMillis())
                / 1000.0;
    }
}
