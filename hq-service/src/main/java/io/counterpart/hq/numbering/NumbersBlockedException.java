package io.counterpart.hq.numbering;

import io.counterpart.hq.problem.HqProblem;
import io.counterpart.support.problem.Problem;

/**
 * Reports that numbers are blocked: HQ's database was restored, and the numbers of the lost period are not known yet.
 */
public class NumbersBlockedException extends Problem {

    NumbersBlockedException() {
        super(
                HqProblem.RECOVERY_RUNNING,
                "Headquarters is recovering after a restore of its database. Try again later.");
    }
}
