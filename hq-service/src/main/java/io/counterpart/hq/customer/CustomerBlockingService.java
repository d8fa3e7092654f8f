package io.counterpart.hq.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.distribution.DistributionLogWriter;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.CustomerMasterStore.CustomerChange;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.Versions;

/** Blocks customers for new orders and loyalty cards; existing data is not affected. */
@Service
class CustomerBlockingService {

    private final CustomerSearchService search;
    private final CustomerMasterStore master;
    private final DistributionLogWriter distribution;
    private final AuditService audit;
    private final Clock clock;

    CustomerBlockingService(
            CustomerSearchService search,
            CustomerMasterStore master,
            DistributionLogWriter distribution,
            AuditService audit,
            Clock clock) {
        this.search = search;
        this.master = master;
        this.distribution = distribution;
        this.audit = audit;
        this.clock = clock;
    }

    /** Changes the version that the caller read, and publishes it to all channels. */
    @Transactional
    public CustomerSnapshot block(String id, boolean blocked, long version) {
        CustomerSnapshot found = search.one(id);
        MasterCustomer before = master.lock(List.of(found.asyncCustomerId())).get(found.asyncCustomerId());
        if (before == null) {
            throw HqProblem.CUSTOMER_PENDING_SYNC.because("Try again later.");
        }
        Versions.require(before.editVersion() == version);
        if (before.blocked() == blocked) {
            return before.snapshot();
        }
        MasterCustomer after = before.blocked(blocked).nextVersion();
        Instant now = clock.instant();
        master.store(List.of(), List.of(new CustomerChange(before, after)), now);
        distribution.appendSnapshots(List.of(after.snapshot()), now);
        audit.noteChange(
                blocked ? "block" : "unblock",
                after.number(),
                Map.of("blocked", before.blocked()),
                Map.of("blocked", blocked));
        return after.snapshot();
    }
}
