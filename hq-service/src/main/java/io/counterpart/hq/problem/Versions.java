package io.counterpart.hq.problem;

import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;

/** Checks that a change is based on the current version. */
public final class Versions {

    private Versions() {}

    public static void require(boolean current) {
        if (!current) {
            throw mismatch();
        }
    }

    static Problem mismatch() {
        return StandardProblem.VERSION_MISMATCH.because(
                "The resource has changed since you read it. Read it again and repeat your change.");
    }
}
