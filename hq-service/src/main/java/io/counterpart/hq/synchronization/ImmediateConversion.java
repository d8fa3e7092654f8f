package io.counterpart.hq.synchronization;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.duplicate.Decision;
import io.counterpart.hq.numbering.NumberGate;

/** Converts operations outside the job, for the Real-time service, repairs and orders. */
@Component
public class ImmediateConversion {

    private static final int TRIES = 3;

    private final SynchronizationBatch batch;
    private final SynchronizationJob job;
    private final SynchronizationLoop loop;
    private final NumberGate numbers;

    ImmediateConversion(
            SynchronizationBatch batch, SynchronizationJob job, SynchronizationLoop loop, NumberGate numbers) {
        this.batch = batch;
        this.job = job;
        this.loop = loop;
        this.numbers = numbers;
    }

    /** Converts in one transaction; a repeated operation has no further effect and returns the same result. */
    public ConversionResult convert(CustomerOperation operation) {
        numbers.requireOpen();
        return convert(operation, 1);
    }

    /** Converts a staged operation again after a repair, and then the operations that waited for it. */
    public void synchronize(long recid) {
        synchronize(List.of(recid));
    }

    public void synchronize(List<Long> recids) {
        numbers.requireOpen();
        job.run(recids);
        loop.trigger();
    }

    /** Converts in the caller's transaction, which it rolls back; returns the reasons of what fails, by row ID. */
    public Map<Long, String> rehearse(List<Long> recids) {
        return batch.rehearse(recids);
    }

    /** Stores a decision, in the caller's transaction; it takes effect when the operation is synchronized. */
    public void decide(long recid, Decision decision) {
        numbers.requireOpen();
        batch.decide(recid, decision);
    }

    /** Converts a staged customer that an order or a loyalty card needs. */
    public void convertStaged(UUID asyncCustomerId) {
        numbers.requireOpen();
        job.run(asyncCustomerId);
    }

    // A concurrent transaction inserted the same customer; the next attempt finds it.
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

    /** The result of an operation whose caller waits for it. */
    public sealed interface ConversionResult {

        /** The operation is applied, by this call or an earlier one; contains the current customer. */
        record Done(CustomerSnapshot customer) implements ConversionResult {}

        /** The operation failed and requires an operator. */
        record Rejected(String code, String message) implements ConversionResult {

            public boolean isNumberUsed() {
                return code.equals(UsedOperationNumbers.CODE);
            }
        }

        /** An earlier operation of the customer has not arrived yet. */
        record TooEarly() implements ConversionResult {}

        default <R> R fold(Function<Done, R> done, Function<Rejected, R> refused, Supplier<R> tooEarly) {
            if (this instanceof Done it) {
                return done.apply(it);
            }
            return this instanceof Rejected it ? refused.apply(it) : tooEarly.get();
        }
    }
}
