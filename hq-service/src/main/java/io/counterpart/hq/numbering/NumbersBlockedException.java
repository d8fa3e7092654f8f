package io.counterpart.hq.numbering;

import io.counterpart.support.problem.Problem;

/** No number may be given now: HQ's database was set back, and the numbers of the lost time are not known yet. */
public class NumbersBlockedException extends Problem {

    NumbersBlockedException() {
        super(
                503,
                "recovery-running",
                "Headquarters recovers",
                "Headquarters recovers after a restore of its database and gives no numbers yet. Try again later.");
    }
}
