package io.counterpart.hq.synchronization;

import java.util.List;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.duplicate.Decision;
import io.counterpart.hq.numbering.NumberGate;

/** Converts what somebody waits for, outside the job: the door for the Real-time service and for repairs. */
@Component
public class ImmediateConversion {

    private static final int TRIES = 3;

    private final SynchronizationBatch batch;
    private final SynchronizationJob job;
    private final SynchronizationLoop loop;
    private final NumberGate numbers;

    ImmediateConversion(
            SynchronizationBatch batch, SynchronizationJob job, SynchronizationLoop loop, NumberGate numbers) {
        this.numbers = numbers;
        this.batch = batch;
        this.job = job;
        this.loop = loop;
    }

    /** In one transaction of its own; the same operation twice is one effect and the same answer. */
    public ConversionResult convert(CustomerOperation operation) {
        numbers.requireOpen();
        return convert(operation, 1);
    }

    /** A staged operation again, after somebody mended it; what waited for it follows. */
    public void synchronize(long recid) {
        synchronize(List.of(recid));
    }

    /** Staged operations again; what waited for them follows. */
    public void synchronize(List<Long> recids) {
        numbers.requireOpen();
        job.run(recids);
        loop.run();
    }

    /** A staged operation again, as a person decided. */
    public void synchronize(long recid, Decision decision) {
        numbers.requireOpen();
        batch.decide(recid, decision);
        synchronize(recid);
    }

    /** Converts a customer whom an order or a loyalty card needs, if it waits in staging. */
    public void convertStaged(UUID asyncCustomerId) {
        numbers.requireOpen();
        job.run(asyncCustomerId);
    }

    // Another way inserted the same customer at this moment; the next try finds it.
    private ConversionResult convert(CustomerOperation operation, int attempt) {
        try {
            return batch.runNow(operation);
        } catch (DuplicateKeyException e) {
            if (attempt == TRIES) {
                throw e;
            }
            return convert(operation, attempt + 1);
        }
    }
}
