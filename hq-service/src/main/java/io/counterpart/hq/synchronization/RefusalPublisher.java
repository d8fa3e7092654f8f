package io.counterpart.hq.synchronization;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

import io.counterpart.hq.distribution.DistributionLogWriter;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.CustomerMasterStore.CustomerChange;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.master.OperationResult.Rejected;
import io.counterpart.hq.synchronization.FailureRepository.FailedOperation;

/** Publishes that an operation of an existing customer could not be converted. */
@Component
class RefusalPublisher {

    private final FailureRepository failures;
    private final CustomerMasterStore master;
    private final DistributionLogWriter distribution;

    RefusalPublisher(FailureRepository failures, CustomerMasterStore master, DistributionLogWriter distribution) {
        this.failures = failures;
        this.master = master;
        this.distribution = distribution;
    }

    /** Runs in the transaction that marks the operation as failed. */
    void publish(long recid, Rejected refusal, Instant now) {
        failures.find(recid).ifPresent(operation -> publish(operation, refusal, now));
    }

    private void publish(FailedOperation operation, Rejected refusal, Instant now) {
        MasterCustomer before = master.lock(List.of(operation.customer())).get(operation.customer());
        if (before == null) {
            return;
        }
        MasterCustomer after =
                before.refused(operation.customer(), operation.channelDatabase(), operation.number(), refusal);
        if (!after.equals(before)) {
            MasterCustomer next = after.nextVersion(before);
            master.store(List.of(), List.of(new CustomerChange(before, next)), now);
            distribution.appendSnapshots(List.of(next.snapshot()), now);
        }
    }
}
