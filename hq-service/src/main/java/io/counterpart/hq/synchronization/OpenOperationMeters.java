package io.counterpart.hq.synchronization;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How many operations are open, by status; counted at most every five seconds, when somebody looks. */
@Component
class OpenOperationMeters {

    private static final Logger log = LoggerFactory.getLogger(OpenOperationMeters.class);
    private static final long FRESH = Duration.ofSeconds(5).toNanos();

    private final OpenOperationRepository repository;
    private Map<String, Long> counts = Map.of();
    private long countedAt = System.nanoTime() - FRESH;

    OpenOperationMeters(OpenOperationRepository repository, MeterRegistry meters) {
        this.repository = repository;
        for (String status : List.of("PENDING", "WAITING", "FAILED")) {
            Gauge.builder("hq.operations.open", this, it -> it.count(status))
                    .tag("status", status)
                    .description("Staged operations not yet applied")
                    .register(meters);
        }
    }

    private synchronized double count(String status) {
        if (System.nanoTime() - countedAt >= FRESH) {
            countedAt = System.nanoTime();
            try {
                counts = repository.counts();
            } catch (RuntimeException e) {
                log.debug("The open operations could not be counted: {}", e.getMessage());
            }
        }
        return counts.getOrDefault(status, 0L);
    }
}
