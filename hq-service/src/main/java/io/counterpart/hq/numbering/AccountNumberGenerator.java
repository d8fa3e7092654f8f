package io.counterpart.hq.numbering;

import java.util.List;

import org.springframework.stereotype.Component;

import io.counterpart.contract.AccountNumber;

/** Assigns account numbers. */
@Component
public class AccountNumberGenerator {

    private final NumberSequenceGenerator sequences;

    AccountNumberGenerator(NumberSequenceGenerator sequences) {
        this.sequences = sequences;
    }

    public List<AccountNumber> next(int count) {
        return sequences.next(NumberSequenceGenerator.CUSTOMER, count).stream()
                .map(AccountNumber::of)
                .toList();
    }
}
