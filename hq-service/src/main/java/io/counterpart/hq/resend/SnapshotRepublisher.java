package io.counterpart.hq.resend;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.Topics;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.distribution.DistributionLogWriter;
import io.counterpart.hq.distribution.StaleRecordsPublishedEvent;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.staging.OperationsRepeatedEvent;
import io.counterpart.messaging.log.LogEntry;

/** Publishes individual customers on 1010 again, in their current state. */
@Service
public class SnapshotRepublisher {

    private static final Logger log = LoggerFactory.getLogger(SnapshotRepublisher.class);

    private final ResendRepository repository;
    private final CustomerMasterStore master;
    private final DistributionLogWriter distribution;
    private final AuditService audit;
    private final Clock clock;

    SnapshotRepublisher(
            ResendRepository repository,
            CustomerMasterStore master,
            DistributionLogWriter distribution,
            AuditService audit,
            Clock clock) {
        this.repository = repository;
        this.master = master;
        this.distribution = distribution;
        this.audit = audit;
        this.clock = clock;
    }

    /** On behalf of an operator. */
    @Transactional
    public void publish(Collection<UUID> asyncCustomerIds) {
        append(asyncCustomerIds);
        asyncCustomerIds.forEach(it -> audit.note("publish-again", it.toString(), Map.of("job", ResendService.JOB)));
    }

    /** A channel database that uploads completed operations again has missed the result. */
    @EventListener
    @Transactional
    public void on(OperationsRepeatedEvent repeated) {
        int customers = append(repository.customersOf(repeated.customers()));
        log.info(
                "A channel uploaded operations again that are already applied; {} customers are published again",
                customers);
    }

    /** A stale snapshot may follow the newer one. */
    @EventListener
    @Transactional
    public void on(StaleRecordsPublishedEvent late) {
        Set<String> keys = late.keysOn(Topics.CUSTOMERS_1010);
        if (keys.isEmpty()) {
            return;
        }
        List<MasterCustomer> customers = master.findLocked(keys);
        Instant now = clock.instant();
        var again = new ArrayList<LogEntry>();
        for (MasterCustomer customer : customers) {
            if (keys.contains(customer.asyncCustomerId().toString())) {
                again.add(distribution.tombstoneForPending(customer.asyncCustomerId(), customer.version(), now));
            }
            again.add(distribution.snapshot(customer.snapshot(), null, now));
        }
        // The late snapshot may be one of a customer that was merged meanwhile.
        master.mergedSnapshots(
                        customers.stream().map(MasterCustomer::asyncCustomerId).toList())
                .forEach(it -> again.add(distribution.snapshot(it, null, now)));
        distribution.append(again);
        log.warn("An instance stalled while it published; {} customers are published again", customers.size());
    }

    private int append(Collection<UUID> asyncCustomerIds) {
        List<MasterCustomer> customers =
                master.findLocked(asyncCustomerIds.stream().map(UUID::toString).toList());
        distribution.appendSnapshots(
                customers.stream().map(MasterCustomer::snapshot).toList(), clock.instant());
        return customers.size();
    }
}
