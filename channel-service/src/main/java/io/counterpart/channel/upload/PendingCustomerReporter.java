package io.counterpart.channel.upload;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.pending.PendingCustomerTracker;
import io.counterpart.channel.pending.PendingCustomers;
import io.counterpart.channel.pending.PendingOperation;
import io.counterpart.contract.session.ChannelReport;
import io.counterpart.contract.session.ChannelReport.PendingCustomer;

/** Reports the oldest pending customers to HQ, only while there are old ones, so that heartbeats stay small. */
@Component
class PendingCustomerReporter {

    private static final Duration OLD = Duration.ofMinutes(1);

    private final PendingCustomerTracker tracker;
    private final ChannelReporter reports;
    private final ChannelProperties properties;
    private final Clock clock;
    // HQ may still list the report of a previous instance.
    private boolean reported = true;

    PendingCustomerReporter(
            PendingCustomerTracker tracker, ChannelReporter reports, ChannelProperties properties, Clock clock) {
        this.tracker = tracker;
        this.reports = reports;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 30, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    synchronized void report() {
        PendingCustomers pending = tracker.current();
        boolean old = pending.ageAt(clock.instant()).compareTo(OLD) >= 0;
        if (old || (reported && pending.complete())) {
            reports.send(new ChannelReport.PendingCustomers(
                    ChannelReport.SCHEMA_VERSION,
                    properties.channelDatabase(),
                    clock.instant(),
                    old
                            ? pending.oldest().stream()
                                    .map(PendingCustomerReporter::customer)
                                    .toList()
                            : List.of()));
            reported = old;
        }
    }

    private static PendingCustomer customer(PendingOperation operation) {
        return new PendingCustomer(
                operation.asyncCustomerId(),
                operation.channel(),
                operation.operationId(),
                operation.operationNumber(),
                operation.replicationCounter(),
                operation.since(),
                operation.uploaded());
    }
}
