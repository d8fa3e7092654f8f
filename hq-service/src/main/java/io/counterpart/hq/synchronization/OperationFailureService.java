package io.counterpart.hq.synchronization;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.distribution.DistributionLogWriter;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.CustomerMasterStore.CustomerChange;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.master.OperationResult.Rejected;
import io.counterpart.hq.synchronization.OperationStateRepository.FailedOperation;
import io.counterpart.messaging.bulk.KeyLookupPlan;

/** Marks an operation that cannot be converted as failed, and publishes the failure with its customer. */
@Service
class OperationFailureService {

    private final KeyLookupPlan rowsByKey;
    private final OperationStateRepository states;
    private final CustomerMasterStore master;
    private final DistributionLogWriter distribution;
    private final ConversionMeters meters;
    private final Clock clock;

    OperationFailureService(
            KeyLookupPlan rowsByKey,
            OperationStateRepository states,
            CustomerMasterStore master,
            DistributionLogWriter distribution,
            ConversionMeters meters,
            Clock clock) {
        this.rowsByKey = rowsByKey;
        this.states = states;
        this.master = master;
        this.distribution = distribution;
        this.meters = meters;
        this.clock = clock;
    }

    /** The operation requires an operator. */
    @Transactional
    public SynchronizationReport fail(long recid, Rejected refusal) {
        var attempt = List.of(ConversionAttempt.failed(recid, refusal));
        Instant now = clock.instant();
        rowsByKey.forCurrentTransaction();
        states.fail(attempt);
        states.record(attempt, now);
        states.find(recid).ifPresent(operation -> publish(operation, refusal, now));
        meters.failed(refusal.code());
        return SynchronizationReport.failed(1);
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
