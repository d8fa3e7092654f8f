package io.counterpart.hq.numbering;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Assigns numbers in blocks. A number is assigned with the caller's transaction; gaps are allowed. */
@Component
public class NumberSequenceGenerator {

    public static final String CUSTOMER = "customer";
    public static final String SALES_ORDER = "sales-order";
    public static final String LOYALTY_CARD = "loyalty-card";

    static final Set<String> KNOWN = Set.of(CUSTOMER, SALES_ORDER, LOYALTY_CARD);

    private final NumberSequenceRepository repository;
    private final NumberGate gate;

    NumberSequenceGenerator(NumberSequenceRepository repository, NumberGate gate) {
        this.gate = gate;
        this.repository = repository;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> next(String sequence, int count) {
        if (count == 0) {
            return List.of();
        }
        if (gate.isChecking()) {
            throw new NumbersBlockedException();
        }
        var block = repository.claimBlock(sequence, count).orElseThrow(() -> reason(sequence, count));
        NumberFormat format = NumberFormat.of(block.format());
        return LongStream.range(0, count)
                .mapToObj(n -> format.format(block.first() + n * block.step()))
                .toList();
    }

    private RuntimeException reason(String sequence, int count) {
        return repository.isBlocked()
                ? new NumbersBlockedException()
                : new NumberSequenceExhaustedException(sequence, count, repository.remaining(sequence));
    }
}
