package io.counterpart.hq.duplicatepair;

import java.util.stream.Collectors;

import io.counterpart.contract.search.DuplicateScore;
import io.counterpart.hq.duplicatepair.MatchKeyRepository.CustomerPair;

/** Two customers with what they have in common. */
record RatedPair(CustomerPair customers, DuplicateScore rating) {

    /** Separated by commas. */
    String reasons() {
        return rating.reasons().stream().map(Enum::name).collect(Collectors.joining(","));
    }
}
