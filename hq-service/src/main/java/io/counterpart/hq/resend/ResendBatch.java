package io.counterpart.hq.resend;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.distribution.DistributionLogWriter;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.MasterCustomer;

/**
 * Publishes one page of a resend in one transaction with a fixed number of statements, so that a crash loses no
 * progress.
 */
@Component
class ResendBatch {

    private static final UUID FROM_THE_START = new UUID(0, 0);

    private final ResendRepository repository;
    private final CustomerMasterStore master;
    private final DistributionLogWriter distribution;
    private final Clock clock;

    ResendBatch(
            ResendRepository repository, CustomerMasterStore master, DistributionLogWriter distribution, Clock clock) {
        this.repository = repository;
        this.master = master;
        this.distribution = distribution;
        this.clock = clock;
    }

    /** Returns false if there is no unfinished resend. */
    @Transactional
    public boolean run(int size) {
        return repository.claim().map(resend -> run(resend, size)).orElse(false);
    }

    private boolean run(Resend resend, int size) {
        Instant now = clock.instant();
        List<MasterCustomer> customers =
                master.nextLocked(Objects.requireNonNullElse(resend.afterCustomer(), FROM_THE_START), size);
        var snapshots =
                new ArrayList<>(customers.stream().map(MasterCustomer::snapshot).toList());
        snapshots.addAll(master.mergedSnapshots(
                customers.stream().map(MasterCustomer::asyncCustomerId).toList()));
        distribution.appendSnapshots(snapshots, now);
        UUID last = customers.isEmpty()
                ? resend.afterCustomer()
                : customers.get(customers.size() - 1).asyncCustomerId();
        repository.advance(resend.id(), last, customers.size(), customers.size() < size ? now : null);
        if (customers.size() < size) {
            repository.finishTogetherWith(resend.id());
        }
        return true;
    }
}
