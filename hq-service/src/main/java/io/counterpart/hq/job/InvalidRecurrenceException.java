package io.counterpart.hq.job;

import io.counterpart.support.problem.Problem;

/** A recurrence that is neither a pause nor a calendar. */
public class InvalidRecurrenceException extends RuntimeException {

    InvalidRecurrenceException(String message) {
        super(message);
    }

    Problem asProblem() {
        return Problem.validation("/recurrence", "invalid-recurrence", String.valueOf(getMessage()));
    }
}
