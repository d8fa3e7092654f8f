package io.counterpart.hq.duplicatepair;

import org.jspecify.annotations.Nullable;

import io.counterpart.support.problem.Problem;

/** Why two customers are not the same, as a person states it. */
final class PairDecisionReason {

    static final int LONGEST = 400;

    private PairDecisionReason() {}

    /** Null if none is stated. */
    static @Nullable String checked(@Nullable String reason) {
        String text = reason == null ? "" : reason.strip();
        if (text.length() > LONGEST) {
            throw Problem.validation("/reason", "too-long", "Must have at most %d characters".formatted(LONGEST));
        }
        return text.isEmpty() ? null : text;
    }
}
