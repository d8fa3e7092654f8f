package io.counterpart.channel.download;

import java.time.Duration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

/** Counts the customers of 1010, and measures how long customers waited for their account number. */
@Component
class DownloadMetrics {

    private static final Duration IN_TIME = Duration.ofSeconds(60);

    private final Counter added;
    private final Counter changed;
    private final Counter duplicates;
    private final Timer conversion;

    DownloadMetrics(MeterRegistry registry) {
        this.added = counter(registry, "added");
        this.changed = counter(registry, "changed");
        this.duplicates = counter(registry, "duplicate");
        this.conversion = Timer.builder("counterpart.customer.conversion")
                .description(
                        "Time from the creation of a customer to the account number in its channel, without customers that "
                                + "a till created while it was offline")
                .publishPercentileHistogram()
                // The border of the objective: docs/run-books.md.
                .serviceLevelObjectives(IN_TIME)
                .minimumExpectedValue(Duration.ofMillis(10))
                .maximumExpectedValue(Duration.ofHours(1))
                .register(registry);
    }

    void written(SnapshotBatchResult batch, int received) {
        added.increment(batch.added());
        changed.increment(batch.changed());
        duplicates.increment(received - batch.added() - batch.changed());
        batch.waited().forEach(conversion::record);
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("counterpart.download.customers")
                .description("Customer snapshots received through job 1010; a duplicate changed nothing")
                .tag("outcome", outcome)
                .register(registry);
    }
}
