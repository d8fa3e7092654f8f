package io.counterpart.hq.resend;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.distribution.DistributionLogWriter;
import io.counterpart.hq.master.CustomerMasterStore;

/** Publishes individual customers on 1010 again, in their current state. */
@Service
public class SnapshotRepublisher {

    private final CustomerMasterStore master;
    private final DistributionLogWriter distribution;
    private final AuditService audit;
    private final Clock clock;

    SnapshotRepublisher(
            CustomerMasterStore master, DistributionLogWriter distribution, AuditService audit, Clock clock) {
        this.master = master;
        this.distribution = distribution;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void publish(Collection<UUID> asyncCustomerIds) {
        Instant now = clock.instant();
        distribution.append(
                master.findLocked(asyncCustomerIds.stream().map(UUID::toString).toList()).stream()
                        .map(it -> distribution.snapshot(it.snapshot(), null, now))
                        .toList());
        asyncCustomerIds.forEach(it -> audit.note("publish-again", it.toString(), Map.of("job", ResendService.JOB)));
    }
}
