package io.counterpart.hq.resend;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.Topics;
import io.counterpart.hq.distribution.DistributionLogWriter;
import io.counterpart.hq.distribution.StaleRecordsPublishedEvent;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.messaging.log.LogEntry;

/** Publishes customers again if a stale snapshot may follow the newer one on 1010, in their current state. */
@Component
class StaleSnapshotRepublisher {

    private static final Logger log = LoggerFactory.getLogger(StaleSnapshotRepublisher.class);

    private final CustomerMasterStore master;
    private final DistributionLogWriter distribution;
    private final Clock clock;

    StaleSnapshotRepublisher(CustomerMasterStore master, DistributionLogWriter distribution, Clock clock) {
        this.master = master;
        this.distribution = distribution;
        this.clock = clock;
    }

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
        distribution.append(again);
        log.warn("An instance stalled while it published; {} customers are published again", customers.size());
    }
}
