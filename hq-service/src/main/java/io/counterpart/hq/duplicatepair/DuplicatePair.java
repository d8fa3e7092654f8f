package io.counterpart.hq.duplicatepair;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.search.DuplicateReason;

/**
 * Two customers that may be the same.
 *
 * @param reasonNames separated by commas; empty: the pair was decided before the scan found it
 * @param decidedBy null: no person has decided
 */
record DuplicatePair(
        long id,
        int score,
        String reasonNames,
        PairStatus status,
        Instant foundAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        UUID firstCustomer,
        String firstNumber,
        @Nullable String firstName,
        String firstChannel,
        UUID secondCustomer,
        String secondNumber,
        @Nullable String secondName,
        String secondChannel) {

    public List<DuplicateReason> reasons() {
        return Stream.of(reasonNames.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(DuplicateReason::valueOf)
                .toList();
    }

    public boolean isOpen() {
        return status == PairStatus.OPEN;
    }

    /** The position in lists, which begin with the highest score. */
    long position() {
        return PairPosition.of(score, id);
    }
}
