package io.counterpart.channel.duplicate;

import java.util.UUID;

import io.counterpart.contract.search.DuplicateScore;
import io.counterpart.contract.search.MatchKeys;

/** How much a stored customer has in common with the entered one. */
record RatedCandidate(UUID customer, DuplicateScore rating) {

    /** Without a reason, the candidate only has the terms of the entered customer in other places. */
    static RatedCandidate of(EnteredCustomer entered, DuplicateCandidate candidate) {
        MatchKeys stored = candidate.keys();
        // At most one of the types that the entered customer may have is that of the stored one.
        MatchKeys compared = entered.keys().stream()
                .filter(keys -> keys.kind().equals(stored.kind()))
                .findFirst()
                .orElse(entered.keys().get(0));
        return new RatedCandidate(
                candidate.asyncCustomerId(), DuplicateScore.of(compared, stored, candidate.samePostcode()));
    }

    int score() {
        return rating.score();
    }
}
