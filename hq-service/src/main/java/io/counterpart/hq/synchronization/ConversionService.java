package io.counterpart.hq.synchronization;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import io.opentelemetry.api.trace.SpanKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.messaging.IntakeProperties;
import io.counterpart.hq.numbering.NumberSequenceGenerator;
import io.counterpart.messaging.BatchSpans;

/**
 * The single conversion of operations to customers, used by Synchronize, the Real-time service, repairs and orders. It
 * is idempotent per operation, and its number of statements does not depend on the number of operations.
 */
@Component
class ConversionService {

    private final ConversionReader reader;
    private final NumberSequenceGenerator numbers;
    private final ConversionWriter writer;
    private final Clock clock;
    private final IntakeProperties intake;
    private final BatchSpans spans;

    ConversionService(
            ConversionReader reader,
            NumberSequenceGenerator numbers,
            ConversionWriter writer,
            Clock clock,
            IntakeProperties intake,
            BatchSpans spans) {
        this.reader = reader;
        this.numbers = numbers;
        this.writer = writer;
        this.clock = clock;
        this.intake = intake;
        this.spans = spans;
    }

    /** Converts in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    ConversionUnitOfWork convert(List<OpenOperation> received) {
        Instant now = clock.instant();
        ConversionUnitOfWork unit = prepare(received, now);
        assignNumbers(unit, now);
        writer.write(unit, now);
        recordSpans(received, now);
        return unit;
    }

    /** Applies the operations in memory; locks their customers, and writes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    ConversionUnitOfWork prepare(List<OpenOperation> received, Instant now) {
        List<OpenOperation> operations =
                received.stream().map(it -> it.madeUpTo(now, intake)).toList();
        ConversionUnitOfWork unit = reader.read(operations, now);
        operations.stream().sorted(OpenOperation.BY_NUMBER).forEach(unit::apply);
        return unit;
    }

    /** Writes the result of operations that are staged in the same transaction, all of which were applied. */
    @Transactional(propagation = Propagation.MANDATORY)
    void writeNew(ConversionUnitOfWork unit, Instant now) {
        assignNumbers(unit, now);
        writer.writeNew(unit, now);
        recordSpans(unit.done().keySet(), now);
    }

    private void assignNumbers(ConversionUnitOfWork unit, Instant now) {
        int created = unit.customers().created().size();
        unit.customers().close(numbers.next(NumberSequenceGenerator.CUSTOMER, created), now);
    }

    private void recordSpans(Collection<OpenOperation> operations, Instant begun) {
        spans.record(
                "synchronize",
                SpanKind.INTERNAL,
                begun,
                clock.instant(),
                operations.stream().map(OpenOperation::traceparent));
    }
}
