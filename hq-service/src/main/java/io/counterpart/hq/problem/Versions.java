package io.counterpart.hq.problem;

import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;

/** The version of what was read has to be the present one when it is changed. */
public final class Versions {

    private Versions() {}

    public static void require(boolean current) {
        if (!current) {
            throw mismatch();
        }
    }

    static Problem mismatch() {
        return StandardProblem.VERSION_MISMATCH.because("Read it again and repeat your change.");
    }
}
