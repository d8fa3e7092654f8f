package io.counterpart.hq.job;

import java.util.List;

import io.counterpart.hq.problem.Problem;

/** A recurrence that is neither a pause nor a calendar. */
public class UnreadableRecurrence extends RuntimeException {

    UnreadableRecurrence(String words) {
        super(words);
    }

    Problem asProblem() {
        return Problem.validation(
                List.of(new Problem.Invalid("/recurrence", "invalid-recurrence", String.valueOf(getMessage()))));
    }
}
