package io.counterpart.hq.synchronization;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.duplicate.Decision;
import io.counterpart.hq.job.BatchJobSettings;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.master.OperationResult.Rejected;
import io.counterpart.hq.synchronization.ImmediateConversion.ConversionResult;
import io.counterpart.messaging.bulk.KeyLookupPlan;
import io.counterpart.messaging.failpoint.FailPoint;

/** One transaction of Synchronize; several nodes may run it concurrently, because claimed rows are skipped. */
@Component
class SynchronizationBatch {

    private final KeyLookupPlan rowsByKey;
    private final OpenOperationRepository open;
    private final SkippedOperationRepository skipped;
    private final OperationStateRepository states;
    private final ConversionService conversion;
    private final ConversionMeters meters;
    private final BatchJobSettings jobs;
    private final Clock clock;

    SynchronizationBatch(
            KeyLookupPlan rowsByKey,
            OpenOperationRepository open,
            SkippedOperationRepository skipped,
            OperationStateRepository states,
            ConversionService conversion,
            ConversionMeters meters,
            BatchJobSettings jobs,
            Clock clock) {
        this.rowsByKey = rowsByKey;
        this.open = open;
        this.skipped = skipped;
        this.states = states;
        this.conversion = conversion;
        this.meters = meters;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Converts the oldest due operations, unless the job is on hold. */
    @Transactional
    public SynchronizationReport run(int limit) {
        if (!jobs.mayStart(BatchJobSettings.SYNCHRONIZE)) {
            return SynchronizationReport.EMPTY;
        }
        rowsByKey.forCurrentTransaction();
        return convert(open.claim(limit, clock.instant()));
    }

    /** Converts those of the operations that are still open, unless the job is on hold. */
    @Transactional
    public SynchronizationReport runUnlessHeld(Collection<Long> recids) {
        return jobs.mayStart(BatchJobSettings.SYNCHRONIZE) ? run(recids) : SynchronizationReport.EMPTY;
    }

    @Transactional
    public SynchronizationReport runOrdered(int customers) {
        rowsByKey.forCurrentTransaction();
        return convert(open.claimOrdered(customers));
    }

    @Transactional
    public SynchronizationReport runOf(UUID customer) {
        rowsByKey.forCurrentTransaction();
        return convert(open.claimOf(customer));
    }

    /** Converts those of the operations that are still open. */
    @Transactional
    public SynchronizationReport run(Collection<Long> recids) {
        rowsByKey.forCurrentTransaction();
        return convert(open.claim(recids));
    }

    /** Converts without counting, for a caller that rolls back; returns the reasons of what fails, by row ID. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, String> rehearse(Collection<Long> recids) {
        rowsByKey.forCurrentTransaction();
        List<OpenOperation> operations = open.claim(recids);
        ConversionUnitOfWork unit = conversion.convert(operations);
        var failures = new HashMap<Long, String>();
        for (OpenOperation operation : operations) {
            String reason = failure(operation, unit);
            if (reason != null) {
                failures.put(operation.recid(), reason);
            }
        }
        return failures;
    }

    // A creation like another one of the same chunk is deferred; the next chunk would find it to be a duplicate.
    private static @Nullable String failure(OpenOperation operation, ConversionUnitOfWork unit) {
        Rejected refusal = unit.refused().get(operation);
        if (refusal != null) {
            return refusal.message();
        }
        return unit.done().containsKey(operation) || unit.waiting().contains(operation)
                ? null
                : "Possible duplicate of another one of these operations. Needs review.";
    }

    /** Converts an operation whose caller waits, together with the open operations of its customer. */
    @Transactional
    public ConversionResult runNow(CustomerOperation operation) {
        rowsByKey.forCurrentTransaction();
        var operations = new ArrayList<>(open.claimAround(operation));
        OpenOperation wanted = operations.stream()
                .filter(it -> it.operation().operationId().equals(operation.operationId()))
                .findFirst()
                .orElseGet(() -> OpenOperation.ofRealtime(operation));
        if (wanted.recid() == null) {
            operations.add(wanted);
        }
        ConversionUnitOfWork unit = conversion.convert(operations);
        meters.converted(unit);
        return outcome(unit, wanted);
    }

    @Transactional
    public void decide(long recid, Decision decision) {
        states.decide(recid, decision);
        if (decision.kind() == Decision.Kind.IGNORE) {
            skipped.skip(recid, clock.instant());
        }
    }

    /** Marks operations as due that no longer have to wait; returns their number. */
    @Transactional
    public int markDue() {
        skipped.reopenDue(clock.instant());
        return states.markDue(clock.instant());
    }

    private SynchronizationReport convert(List<OpenOperation> operations) {
        if (operations.isEmpty()) {
            return SynchronizationReport.EMPTY;
        }
        try {
            ConversionUnitOfWork unit = conversion.convert(operations);
            FailPoint.reached("synchronize.written");
            meters.converted(unit);
            return SynchronizationReport.of(operations.size(), unit);
        } catch (RuntimeException e) {
            List<Long> recids = operations.stream()
                    .map(it -> Objects.requireNonNull(it.recid()))
                    .toList();
            throw new ChunkFailedException(recids, e);
        }
    }

    private static ConversionResult outcome(ConversionUnitOfWork unit, OpenOperation open) {
        Rejected refusal = unit.late().contains(open)
                ? ConversionAttempt.ERASED
                : unit.refused().get(open);
        if (refusal != null) {
            return new ConversionResult.Rejected(refusal.code(), refusal.message());
        }
        MasterCustomer customer =
                unit.done().containsKey(open) ? unit.customers().of(open) : null;
        return customer == null ? new ConversionResult.TooEarly() : new ConversionResult.Done(customer.snapshot());
    }

    /** Reports that the conversion of a chunk failed and was rolled back. */
    static class ChunkFailedException extends RuntimeException {

        private final transient List<Long> recids;
        private final RuntimeException reason;

        ChunkFailedException(List<Long> recids, RuntimeException reason) {
            super(reason);
            this.recids = recids;
            this.reason = reason;
        }

        List<Long> recids() {
            return recids;
        }

        RuntimeException reason() {
            return reason;
        }
    }
}
