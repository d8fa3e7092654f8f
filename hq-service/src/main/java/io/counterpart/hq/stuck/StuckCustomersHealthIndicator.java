package io.counterpart.hq.stuck;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

import io.counterpart.hq.session.PendingState;

/** Reports stuck customers, which require an operator and never a restart: no probe depends on it. */
@Component("stuckCustomers")
class StuckCustomersHealthIndicator implements HealthIndicator {

    private static final Status DELAYED = new Status("DELAYED");

    private final StuckMetrics metrics;

    StuckCustomersHealthIndicator(StuckMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public Health health() {
        long missing = metrics.states().stream()
                .mapToLong(PendingState::uploadedNotStaged)
                .sum();
        Health.Builder health = metrics.stuck() + missing == 0 ? Health.up() : Health.status(DELAYED);
        return health.withDetail("stuckCustomers", metrics.stuck())
                .withDetail("uploadedNotStaged", missing)
                .withDetail("channelDatabases", metrics.states())
                .build();
    }
}
