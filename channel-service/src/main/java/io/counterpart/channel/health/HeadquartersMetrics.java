package io.counterpart.channel.health;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.Status;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The gauge of whether HQ answers requests from here, which a metrics collector beside HQ cannot tell. */
@Component
class HeadquartersMetrics {

    private final HeadquartersHealthIndicator headquarters;
    private volatile boolean reachable = true;

    HeadquartersMetrics(HeadquartersHealthIndicator headquarters, MeterRegistry meters) {
        this.headquarters = headquarters;
        Gauge.builder("counterpart.headquarters.reachable", this, it -> it.reachable ? 1 : 0)
                .description("1: headquarters answers requests of this instance")
                .register(meters);
    }

    @Scheduled(initialDelay = 5, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void refresh() {
        reachable = Status.UP.equals(headquarters.health().getStatus());
    }
}
