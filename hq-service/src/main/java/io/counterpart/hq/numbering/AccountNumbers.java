package io.counterpart.hq.numbering;

import java.util.List;
import java.util.stream.LongStream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.AccountNumber;

/** Hands out account numbers in blocks. A number goes with the transaction that took it; gaps are allowed. */
@Component
public class AccountNumbers {

    static final String CUSTOMER = "customer";

    private final NumberSequenceRepository repository;

    AccountNumbers(NumberSequenceRepository repository) {
        this.repository = repository;
    }

    /** The next numbers, in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<AccountNumber> next(int count) {
        if (count == 0) {
            return List.of();
        }
        var block = repository
                .take(CUSTOMER, count)
                .orElseThrow(() -> new NumberSequenceExhausted(CUSTOMER, count, repository.remaining(CUSTOMER)));
        NumberFormat format = NumberFormat.of(block.format());
        return LongStream.range(block.first(), block.first() + count)
                .mapToObj(format::format)
                .toList();
    }
}
