package io.counterpart.channel.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

import io.counterpart.channel.realtime.RealTimeService;

/**
 * Whether an instance of HQ answers requests; an outage only means Pending sync instead of an immediate account number.
 */
@Component("headquarters")
class HeadquartersHealthIndicator implements HealthIndicator {

    private final RealTimeService headquarters;

    HeadquartersHealthIndicator(RealTimeService headquarters) {
        this.headquarters = headquarters;
    }

    @Override
    public Health health() {
        return headquarters.responds() ? Health.up().build() : DegradedStatus.because("Headquarters is not responding");
    }
}
