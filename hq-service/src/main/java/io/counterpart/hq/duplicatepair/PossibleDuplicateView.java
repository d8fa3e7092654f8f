package io.counterpart.hq.duplicatepair;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.search.DuplicateReason;

/**
 * Two customers that may be the same, without names.
 *
 * @param score from 0 to 100; from 90 on, the duplicate policy considers both one customer
 * @param customers the two customers
 * @param decidedBy who decided; null: no person has
 */
record PossibleDuplicateView(
        long id,
        int score,
        List<DuplicateReason> reasons,
        PairStatus status,
        Instant foundAt,
        List<PairedCustomer> customers,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason) {

    static PossibleDuplicateView of(DuplicatePair pair) {
        return new PossibleDuplicateView(
                pair.id(),
                pair.score(),
                pair.reasons(),
                pair.status(),
                pair.foundAt(),
                List.of(
                        new PairedCustomer(pair.firstCustomer(), pair.firstNumber(), pair.firstChannel()),
                        new PairedCustomer(pair.secondCustomer(), pair.secondNumber(), pair.secondChannel())),
                pair.decidedBy(),
                pair.decidedAt(),
                pair.decisionReason());
    }

    /**
     * One of the customers.
     *
     * @param channel in which it was created
     */
    record PairedCustomer(UUID asyncCustomerId, String accountNumber, String channel) {}
}
