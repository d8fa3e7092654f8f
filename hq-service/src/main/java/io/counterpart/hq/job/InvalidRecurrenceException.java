package io.counterpart.hq.job;

import io.counterpart.support.problem.Problem;

/** Reports a recurrence that is neither an interval nor a cron expression. */
public class InvalidRecurrenceException extends RuntimeException {

    InvalidRecurrenceException(String message) {
        super(message);
    }

    Problem asProblem() {
        return Problem.validation("/recurrence", "invalid-recurrence", String.valueOf(getMessage()));
    }
}
