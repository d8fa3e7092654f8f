package io.counterpart.hq.job;

import io.counterpart.support.problem.Problem;

/** A recurrence that is neither a pause nor a calendar. */
public class UnreadableRecurrence extends RuntimeException {

    UnreadableRecurrence(String words) {
        super(words);
    }

    Problem asProblem() {
        return Problem.validation("/recurrence", "invalid-recurrence", String.valueOf(getMessage()));
    }
}
