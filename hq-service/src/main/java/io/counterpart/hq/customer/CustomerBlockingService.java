package io.counterpart.hq.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.audit.Actor;
import io.counterpart.hq.audit.AuditAction;
import io.counterpart.hq.audit.AuditChange;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.distribution.DistributionLogWriter;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.CustomerMasterStore.CustomerChange;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.master.OperationResult.Rejected;
import io.counterpart.hq.page.FormValues;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.Versions;
import io.counterpart.support.problem.Problem;

/** Blocks customers for new orders and loyalty cards; existing data is not affected. */
@Service
class CustomerBlockingService {

    private static final int LONGEST_REASON = 400;
    private static final String TOO_LONG = "Must have at most %d characters.".formatted(LONGEST_REASON);

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

    /** Changes the version that the caller read, and publishes it to all channels; the reason is audited. */
    @Transactional
    public CustomerSnapshot block(String id, boolean blocked, @Nullable String reason, long version) {
        String stated = reason == null ? "" : reason.strip();
        if (stated.length() > LONGEST_REASON) {
            throw Problem.validation("/reason", "too-long", TOO_LONG);
        }
        CustomerSnapshot found = search.one(id);
        MasterCustomer before = master.lock(List.of(found.asyncCustomerId())).get(found.asyncCustomerId());
        if (before == null) {
            throw HqProblem.CUSTOMER_PENDING_SYNC.because("Try again later.");
        }
        if (before.isErased()) {
            throw HqProblem.CUSTOMER_ERASED.problem();
        }
        Versions.require(before.editVersion() == version);
        if (before.blocked() == blocked) {
            return before.snapshot();
        }
        MasterCustomer after = before.blocked(blocked).nextVersion();
        Instant now = clock.instant();
        master.store(List.of(), List.of(new CustomerChange(before, after)), now);
        distribution.appendSnapshots(List.of(after.snapshot()), now);
        audit.noteChanges(
                Actor.current(),
                new AuditAction(blocked ? "block" : "unblock", after.number()),
                stated.isEmpty() ? Map.of() : Map.of("reason", stated),
                List.of(new AuditChange("blocked", before.blocked(), blocked)));
        return after.snapshot();
    }

    /** The same for the form of the page, which requires a reason; returns what is wrong with the input, or null. */
    @Transactional
    public @Nullable Rejected save(CustomerSnapshot customer, Map<String, String> typed) {
        String reason = FormValues.text(typed, "reason");
        if (reason == null) {
            return new Rejected("required", "Enter a reason.", "reason");
        }
        if (reason.length() > LONGEST_REASON) {
            return new Rejected("too-long", TOO_LONG, "reason");
        }
        boolean blocked = Boolean.parseBoolean(typed.get("blocked"));
        block(customer.asyncCustomerId().toString(), blocked, reason, customer.versionForEditors());
        return null;
    }
}
