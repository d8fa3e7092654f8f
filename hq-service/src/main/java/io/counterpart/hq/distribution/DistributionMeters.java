package io.counterpart.hq.distribution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

import io.counterpart.messaging.log.OperationLog;

/** Gauges of the number and age of records to be published; the values are cached for five seconds. */
@Component
class DistributionMeters {

    private static final Logger log = LoggerFactory.getLogger(DistributionMeters.class);
    private static final long FRESH = Duration.ofSeconds(5).toNanos();

    private final OperationLog distributionLog;
    private OperationLog.LogDepth depth = new OperationLog.LogDepth(0, null);
    private long readAt = System.nanoTime() - FRESH;

    DistributionMeters(@Qualifier("distributionLog") OperationLog distributionLog, MeterRegistry meters, Clock clock) {
        this.distributionLog = distributionLog;
        Gauge.builder("hq.distribution.waiting", this, it -> it.depth().waiting())
                .description("Records waiting to be published")
                .register(meters);
        Gauge.builder("hq.distribution.oldest.age", this, it -> it.ageAt(clock.instant()))
                .baseUnit("seconds")
                .description("Age of the oldest record waiting to be published")
                .register(meters);
    }

    private double ageAt(Instant now) {
        Instant oldest = depth().oldest();
        return oldest == null ? 0 : Duration.between(oldest, now).toMillis() / 1000.0;
    }

    private synchronized OperationLog.LogDepth depth() {
        if (System.nanoTime() - readAt >= FRESH) {
            readAt = System.nanoTime();
            try {
                depth = distributionLog.depth();
            } catch (RuntimeException e) {
                log.debug("The distribution log could not be read: {}", e.getMessage());
            }
        }
        return depth;
    }
}
