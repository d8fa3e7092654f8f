package io.counterpart.channel.edit;

import io.counterpart.channel.problem.Problem;
import io.counterpart.channel.problem.ProblemType;

/** HQ said no to an edit. */
class Refusal extends Problem {

    Refusal(String words) {
        super(ProblemType.HEADQUARTERS_REFUSED, words);
    }
}
