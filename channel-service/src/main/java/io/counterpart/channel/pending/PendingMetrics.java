package io.counterpart.channel.pending;

import java.time.Clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** The metrics of pending customers: how many are pending, and for how long. */
@Component
class PendingMetrics implements MeterBinder {

    private final PendingCustomerTracker tracker;
    private final Clock clock;

    PendingMetrics(PendingCustomerTracker tracker, Clock clock) {
        this.tracker = tracker;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "counterpart.customers.pending",
                        tracker,
                        it -> it.current().customers())
                .description("Customers with an operation not acknowledged by HQ for several seconds")
                .register(registry);
        Gauge.builder("counterpart.customers.pending.oldest.age", this, PendingMetrics::age)
                .description("Age of the oldest operation not yet acknowledged by HQ")
                .baseUnit("seconds")
                .register(registry);
    }

    private double age() {
        return tracker.current().ageAt(clock.instant()).toMillis() / 1000.0;
    }
}
