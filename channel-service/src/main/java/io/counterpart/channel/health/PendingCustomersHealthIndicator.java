package io.counterpart.channel.health;

import java.time.Clock;
import java.time.Duration;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

import io.counterpart.channel.pending.PendingCustomerTracker;
import io.counterpart.channel.pending.PendingCustomers;

/** Whether HQ acknowledges customers in time; an old pending customer requires an operator, never a restart. */
@Component("pendingCustomers")
class PendingCustomersHealthIndicator implements HealthIndicator {

    private static final Duration OLD = Duration.ofMinutes(5);

    private final PendingCustomerTracker tracker;
    private final Clock clock;

    PendingCustomersHealthIndicator(PendingCustomerTracker tracker, Clock clock) {
        this.tracker = tracker;
        this.clock = clock;
    }

    @Override
    public Health health() {
        PendingCustomers pending = tracker.current();
        Duration age = pending.ageAt(clock.instant());
        Health.Builder health = age.compareTo(OLD) < 0
                ? Health.up()
                : DegradedStatus.builder("A customer has been pending for too long");
        return health.withDetail("pendingCustomers", pending.customers())
                .withDetail("oldestPendingSeconds", age.toSeconds())
                .build();
    }
}
