package io.counterpart.hq.synchronization;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.numbering.NumberSequenceGenerator;
import io.counterpart.hq.topics.IntakeProperties;

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

    ConversionService(
            ConversionReader reader,
            NumberSequenceGenerator numbers,
            ConversionWriter writer,
            Clock clock,
            IntakeProperties intake) {
        this.reader = reader;
        this.numbers = numbers;
        this.writer = writer;
        this.clock = clock;
        this.intake = intake;
    }

    /** Converts in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    ConversionUnitOfWork convert(List<OpenOperation> received) {
        Instant now = clock.instant();
        List<OpenOperation> operations =
                received.stream().map(it -> it.madeUpTo(now, intake)).toList();
        ConversionUnitOfWork unit = reader.read(operations, now);
        operations.stream().sorted(OpenOperation.BY_NUMBER).forEach(unit::apply);
        int created = unit.customers().created().size();
        unit.customers().close(numbers.next(NumberSequenceGenerator.CUSTOMER, created), now);
        writer.write(unit, now);
        return unit;
    }
}
