package io.counterpart.contract.search;

import java.util.ArrayList;
import java.util.List;

/**
 * How much two customers have in common, rated alike in a channel and at HQ.
 *
 * @param score from 0 to {@link #HIGHEST}
 * @param reasons without a reason the score is 0
 */
public record DuplicateScore(int score, List<DuplicateReason> reasons) {

    /** HQ considers both one customer, and links or holds the new one by its duplicate policy. */
    public static final int CERTAIN = 90;

    private static final int NAME_AND_POSTCODE = 75;
    /** HQ holds the new customer for review by its duplicate policy: a household shares a phone. */
    private static final int POSSIBLE = 60;

    private static final int NAME = 40;
    private static final int FURTHER_REASON = 5;
    private static final int FURTHER_NAME = 3;
    public static final int HIGHEST = CERTAIN + 2 * FURTHER_REASON;

    private static final DuplicateScore NOTHING = new DuplicateScore(0, List.of());

    /**
     * Rates what two customers have in common.
     *
     * @param samePostcode whether an address of one has the postal code of an address of the other
     */
    public static DuplicateScore of(MatchKeys one, MatchKeys other, boolean samePostcode) {
        if (!one.kind().equals(other.kind())) {
            return NOTHING;
        }
        var reasons = new ArrayList<DuplicateReason>();
        if (isSame(one.email(), other.email())) {
            reasons.add(DuplicateReason.EMAIL);
        }
        if (isSame(one.phone(), other.phone())) {
            reasons.add(DuplicateReason.PHONE);
        }
        if (isSame(one.name(), other.name())) {
            reasons.add(samePostcode ? DuplicateReason.NAME_AND_POSTCODE : DuplicateReason.NAME);
        }
        return reasons.isEmpty()
                ? NOTHING
                : new DuplicateScore(best(one, other, reasons) + further(reasons), List.copyOf(reasons));
    }

    /** Whether they have nothing in common. */
    public boolean isEmpty() {
        return reasons.isEmpty();
    }

    private static int best(MatchKeys one, MatchKeys other, List<DuplicateReason> reasons) {
        if (one.isCertainly(other)) {
            return CERTAIN;
        }
        if (reasons.contains(DuplicateReason.NAME_AND_POSTCODE)) {
            return NAME_AND_POSTCODE;
        }
        return one.mayBe(other) ? POSSIBLE : NAME;
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
