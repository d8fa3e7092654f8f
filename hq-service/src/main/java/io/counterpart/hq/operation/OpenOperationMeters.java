package io.counterpart.hq.operation;

import java.time.Duration;
import java.util.function.ToLongFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.counterpart.hq.operation.OperationRepository.StatusCounts;

/** Gauges of open operations by status; the counts are cached for five seconds. */
@Component
class OpenOperationMeters {

    private static final Logger log = LoggerFactory.getLogger(OpenOperationMeters.class);
    private static final long FRESH = Duration.ofSeconds(5).toNanos();

    private final OperationRepository repository;
    private StatusCounts counts = new StatusCounts(0, 0, 0);
    private long countedAt = System.nanoTime() - FRESH;

    OpenOperationMeters(OperationRepository repository, MeterRegistry meters) {
        this.repository = repository;
        gauge("PENDING", StatusCounts::pending, meters);
        gauge("WAITING", StatusCounts::waiting, meters);
        gauge("FAILED", StatusCounts::failed, meters);
    }

    private void gauge(String status, ToLongFunction<StatusCounts> count, MeterRegistry meters) {
        Gauge.builder("hq.operations.open", this, it -> count.applyAsLong(it.counts()))
                .tag("status", status)
                .description("Staged operations not yet applied")
                .register(meters);
    }

    private synchronized StatusCounts counts() {
        if (System.nanoTime() - countedAt >= FRESH) {
            countedAt = System.nanoTime();
            try {
                counts = repository.counts();
            } catch (RuntimeException e) {
                log.debug("The open operations could not be counted: {}", e.getMessage());
            }
        }
        return counts;
    }
}
