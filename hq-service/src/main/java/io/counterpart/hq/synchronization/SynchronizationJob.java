package io.counterpart.hq.synchronization;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import io.counterpart.hq.job.BatchJobSettings;
import io.counterpart.hq.master.OperationResult.Rejected;
import io.counterpart.hq.numbering.NumberGate;
import io.counterpart.hq.numbering.NumberSequenceExhaustedException;
import io.counterpart.hq.synchronization.OpenOperationRepository.UnreadableOperationException;
import io.counterpart.hq.synchronization.SynchronizationBatch.ChunkFailedException;
import io.counterpart.messaging.failpoint.FailPoint;
import io.counterpart.messaging.intake.FaultClassifier;

/**
 * Converts due operations chunk by chunk until none is left. A chunk that fails because of its data is halved until the
 * failing operation is isolated; infrastructure and configuration faults are thrown to the caller.
 */
@Component
class SynchronizationJob {

    private static final Logger log = LoggerFactory.getLogger(SynchronizationJob.class);
    private static final int TRIES = 3;

    private final SynchronizationBatch batch;
    private final OperationFailureService failures;
    private final BatchJobSettings jobs;
    private final SynchronizationProperties properties;
    private final NumberGate numbers;

    SynchronizationJob(
            SynchronizationBatch batch,
            OperationFailureService failures,
            BatchJobSettings jobs,
            SynchronizationProperties properties,
            NumberGate numbers) {
        this.batch = batch;
        this.failures = failures;
        this.jobs = jobs;
        this.properties = properties;
        this.numbers = numbers;
    }

    /**
     * Runs until no operation is due or the job is on hold; on hold, it converts only customers that an order needs.
     * Several nodes may run it concurrently.
     */
    SynchronizationReport run(Runnable afterChunk) {
        var total = SynchronizationReport.EMPTY;
        if (numbers.isBlocked()) {
            return total;
        }
        long begun = System.nanoTime();
        boolean more = !jobs.isHeld(BatchJobSettings.SYNCHRONIZE);
        while (more) {
            SynchronizationReport last = safely(() -> batch.run(properties.batchSize()), batch::runUnlessHeld);
            if (last.claimed() > 0) {
                FailPoint.reached("synchronize.committed");
            }
            total = total.plus(last);
            afterChunk.run();
            more = (last.claimed() >= properties.batchSize() || batch.markDue() > 0)
                    && !jobs.isHeld(BatchJobSettings.SYNCHRONIZE)
                    && !numbers.isBlocked();
        }
        if (jobs.isHeld(BatchJobSettings.SYNCHRONIZE)) {
            total = total.plus(ordered());
        }
        if (total.claimed() > 0) {
            log.debug("Synchronize customers and channel requests: {}", total);
            jobs.ran(
                    BatchJobSettings.SYNCHRONIZE,
                    Duration.ofNanos(System.nanoTime() - begun),
                    total.claimed(),
                    total.claimed() - total.failed() - total.waiting(),
                    total.failed());
        }
        return total;
    }

    SynchronizationReport run(List<Long> recids) {
        return some(recids, batch::run);
    }

    SynchronizationReport run(UUID customer) {
        return safely(() -> batch.runOf(customer), batch::run);
    }

    private SynchronizationReport ordered() {
        var total = SynchronizationReport.EMPTY;
        SynchronizationReport last;
        do {
            last = safely(() -> batch.runOrdered(properties.batchSize()), batch::run);
            total = total.plus(last);
        } while (last.claimed() > last.failed() + last.waiting() || (last.claimed() > 0 && batch.markDue() > 0));
        return total;
    }

    private SynchronizationReport some(List<Long> recids, Conversions parts) {
        return safely(() -> parts.run(recids), parts);
    }

    private SynchronizationReport safely(Supplier<SynchronizationReport> chunk, Conversions parts) {
        try {
            return chunk.get();
        } catch (ChunkFailedException e) {
            return recover(e, parts);
        } catch (UnreadableOperationException e) {
            return unreadable(e);
        }
    }

    private SynchronizationReport recover(ChunkFailedException chunk, Conversions parts) {
        RuntimeException reason = chunk.reason();
        if (reason instanceof NumberSequenceExhaustedException exhausted && exhausted.isOfCustomers()) {
            spendTheLast(exhausted, chunk.recids(), parts);
            throw exhausted;
        }
        if (!FaultClassifier.isOfTheData(reason) && !(reason instanceof NumberSequenceExhaustedException)) {
            throw reason;
        }
        return reason instanceof DuplicateKeyException ? retry(chunk, parts) : halve(chunk, parts);
    }

    private void spendTheLast(NumberSequenceExhaustedException exhausted, List<Long> recids, Conversions parts) {
        if (exhausted.remaining() > 0) {
            some(recids.subList(0, (int) Math.min(exhausted.remaining(), recids.size())), parts);
        }
    }

    // A concurrent transaction inserted the same customer; the next attempt finds it.
    private SynchronizationReport retry(ChunkFailedException chunk, Conversions parts) {
        ChunkFailedException last = chunk;
        for (int attempt = 1; attempt < TRIES; attempt++) {
            try {
                return parts.run(chunk.recids());
            } catch (ChunkFailedException e) {
                last = e;
            }
        }
        return FaultClassifier.isOfTheData(last.reason()) ? halve(last, parts) : recover(last, parts);
    }

    // The halves run one after the other to preserve the order of a customer's operations.
    private SynchronizationReport halve(ChunkFailedException chunk, Conversions parts) {
        List<Long> recids = chunk.recids();
        if (recids.size() == 1) {
            log.warn("Operation {} could not be converted: {}", recids.get(0), code(chunk.reason()));
            return failures.fail(recids.get(0), refusal(chunk.reason()));
        }
        int half = recids.size() / 2;
        return some(recids.subList(0, half), parts).plus(some(recids.subList(half, recids.size()), parts));
    }

    private SynchronizationReport unreadable(UnreadableOperationException e) {
        return failures.fail(e.recid(), new Rejected("unreadable", "The uploaded operation is unreadable."));
    }

    // An exhausted number sequence of orders blocks only the customers of those orders.
    private static Rejected refusal(RuntimeException reason) {
        return reason instanceof NumberSequenceExhaustedException
                ? new Rejected(
                        "number-sequence-exhausted",
                        "The number sequence of orders has run out. Extend it, then retry this operation.")
                : new Rejected(code(reason), "The database rejected a value of this operation.");
    }

    private static String code(RuntimeException reason) {
        return reason.getClass().getSimpleName();
    }

    /**
     * Converts the parts of a failed chunk: within the job, which can be put on hold between parts, or regardless of
     * it.
     */
    @FunctionalInterface
    private interface Conversions {

        SynchronizationReport run(List<Long> recids);
    }
}
