package io.counterpart.channel.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.counterpart.contract.search.MatchKeys;

/** How much a stored customer has in common with the entered one; without a reason the score means nothing. */
record DuplicateScore(UUID customer, int score, List<DuplicateReason> reasons) {

    /** HQ considers both one customer, and links or holds the new one by its duplicate policy. */
    static final int CERTAIN = 90;

    private static final int NAME_AND_POSTCODE = 75;
    /** HQ holds the new customer for review by its duplicate policy: a household shares a phone. */
    private static final int POSSIBLE = 60;

    private static final int NAME = 40;
    private static final int FURTHER_REASON = 5;
    private static final int FURTHER_NAME = 3;
    static final int HIGHEST = CERTAIN + 2 * FURTHER_REASON;

    /** Without a reason, the candidate only has the terms of the entered customer in other places. */
    static DuplicateScore of(EnteredCustomer entered, DuplicateCandidate candidate) {
        MatchKeys stored = candidate.keys();
        return entered.keys().stream()
                .filter(keys -> keys.kind().equals(stored.kind()))
                .findFirst()
                .map(keys -> of(keys, stored, candidate))
                .orElseGet(() -> new DuplicateScore(candidate.asyncCustomerId(), 0, List.of()));
    }

    private static DuplicateScore of(MatchKeys entered, MatchKeys stored, DuplicateCandidate candidate) {
        var reasons = new ArrayList<DuplicateReason>();
        if (isSame(entered.email(), stored.email())) {
            reasons.add(DuplicateReason.EMAIL);
        }
        if (isSame(entered.phone(), stored.phone())) {
            reasons.add(DuplicateReason.PHONE);
        }
        if (isSame(entered.name(), stored.name())) {
            reasons.add(candidate.samePostcode() ? DuplicateReason.NAME_AND_POSTCODE : DuplicateReason.NAME);
        }
        int best = entered.isCertainly(stored)
                ? CERTAIN
                : reasons.contains(DuplicateReason.NAME_AND_POSTCODE)
                        ? NAME_AND_POSTCODE
                        : entered.mayBe(stored) ? POSSIBLE : NAME;
        return new DuplicateScore(candidate.asyncCustomerId(), best + further(reasons), reasons);
    }

    private static int further(List<DuplicateReason> reasons) {
        return reasons.stream()
                .skip(1)
                .mapToInt(reason -> reason == DuplicateReason.NAME ? FURTHER_NAME : FURTHER_REASON)
                .sum();
    }

    private static boolean isSame(String one, String other) {
        return !one.isEmpty() && one.equals(other);
    }
}
