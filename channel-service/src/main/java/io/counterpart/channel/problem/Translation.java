package io.counterpart.channel.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Says what a thrown thing means to the caller; what was not foreseen is logged and told without detail. */
final class Translation {

    private static final Logger log = LoggerFactory.getLogger(Translation.class);

    private Translation() {}

    static Problem of(Throwable thrown) {
        if (thrown instanceof Problem problem) {
            return problem;
        }
        if (thrown instanceof HttpMessageNotReadableException unreadable) {
            return UnreadableBody.explain(unreadable);
        }
        if (thrown instanceof MethodArgumentTypeMismatchException mismatch) {
            return ProblemType.MALFORMED_REQUEST.because(
                    "The parameter '%s' has a value that is not known.".formatted(mismatch.getName()));
        }
        if (thrown instanceof MissingServletRequestParameterException missing) {
            return ProblemType.MALFORMED_REQUEST.because(
                    "The parameter '%s' is missing.".formatted(missing.getParameterName()));
        }
        if (thrown instanceof OptimisticLockingFailureException) {
            return ProblemType.VERSION_MISMATCH.because("Somebody else changed this customer meanwhile.");
        }
        if (thrown instanceof ErrorResponse response) {
            return ofStatus(response.getStatusCode().value());
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            // Nobody reads this answer.
            return ofStatus(503);
        }
        return databaseIsAway(thrown)
                ? ProblemType.SERVICE_UNAVAILABLE.because(
                        "The store system cannot be reached right now. Please try again in a moment.")
                : unforeseen(thrown);
    }

    static Problem ofStatus(int status) {
        ProblemType type = ProblemType.ofStatus(status);
        return type.because(type.meaning());
    }

    private static Problem unforeseen(Throwable thrown) {
        log.error("Not foreseen: {}", thrown.getClass().getName(), thrown);
        return ProblemType.INTERNAL_ERROR.because("Something went wrong in the store system. Please try again.");
    }

    // Hikari gave up waiting or lost the connection in the middle (then there is no state, as no server spoke), or
    // PostgreSQL's classes 08 (connection), 53 (resources) and 57P (shut-down, not ready).
    private static boolean databaseIsAway(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return sql instanceof SQLTransientConnectionException
                        || state == null
                        || state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57P");
            }
        }
        return false;
    }
}
