package io.counterpart.hq.numbering;

import java.util.Collection;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a sequence from assigning numbers that customers bring from elsewhere. */
@Component
public class ImportedNumbers {

    private final NumberSequenceRepository repository;

    ImportedNumbers(NumberSequenceRepository repository) {
        this.repository = repository;
    }

    /**
     * Moves the sequence past those of the given numbers that have its form and are within its range. It ends with a
     * transaction of its own, after those that are assigning numbers: from then on the caller sees every number in use,
     * and holds no lock that others wait for. Numbers that the sequence skips are a gap, which is allowed.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void reserve(String sequence, Collection<String> numbers) {
        repository.find(sequence).ifPresent(row -> {
            NumberFormat format = NumberFormat.of(row.format());
            long highest = numbers.stream()
                    .mapToLong(format::parse)
                    .filter(number -> number <= row.lastNumber())
                    .max()
                    .orElse(-1);
            if (highest >= row.nextNumber()) {
                repository.continueAbove(sequence, highest);
            }
        });
    }
}
