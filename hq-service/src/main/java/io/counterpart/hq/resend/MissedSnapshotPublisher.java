package io.counterpart.hq.resend;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.distribution.DistributionLogWriter;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.staging.OperationsRepeatedEvent;

/** Publishes the customers of completed operations again when a channel database uploads the operations again. */
@Component
class MissedSnapshotPublisher {

    private static final Logger log = LoggerFactory.getLogger(MissedSnapshotPublisher.class);

    private final ResendRepository repository;
    private final CustomerMasterStore master;
    private final DistributionLogWriter distribution;
    private final Clock clock;

    MissedSnapshotPublisher(
            ResendRepository repository, CustomerMasterStore master, DistributionLogWriter distribution, Clock clock) {
        this.repository = repository;
        this.master = master;
        this.distribution = distribution;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void on(OperationsRepeatedEvent repeated) {
        List<MasterCustomer> customers = master.findLocked(repository.customersOf(repeated.customers()).stream()
                .map(Object::toString)
                .collect(Collectors.toSet()));
        Instant now = clock.instant();
        distribution.append(customers.stream()
                .map(it -> distribution.snapshot(it.snapshot(), null, now))
                .toList());
        log.info(
                "A channel uploaded operations again that are already applied; {} customers are published again",
                customers.size());
    }
}
