package io.counterpart.hq.numbering;

import io.counterpart.hq.problem.HqProblem;
import io.counterpart.support.problem.Problem;

/** No number can be given: HQ's database was set back, and the numbers of the lost time are not known yet. */
public class NumbersBlockedException extends Problem {

    NumbersBlockedException() {
        super(
                HqProblem.RECOVERY_RUNNING,
                "Headquarters is recovering after a restore of its database. Try again later.");
    }
}
