package io.counterpart.messaging.intake;

import java.sql.SQLException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/**
 * The reason of a dead letter. It never repeats the message of a parser, a database or the program, which may quote
 * the name or the email of a customer.
 */
final class DeadLetterReason {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterReason.class);
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9]{1,40}");

    private DeadLetterReason() {}

    static String of(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String reason = known(cause);
            if (reason != null) {
                return reason;
            }
        }
        StackTraceElement[] trace = thrown.getStackTrace();
        log.warn("Unexpected {} at {}", thrown.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
        return "the service cannot process it";
    }

    private static @Nullable String known(Throwable cause) {
        if (cause instanceof RejectedRecordException rejected) {
            return rejected.getMessage();
        }
        if (cause instanceof JacksonException json) {
            return ofJson(json);
        }
        return cause instanceof SQLException sql && sql.getSQLState() != null
                ? "the database rejected a value (SQLSTATE %s)".formatted(sql.getSQLState())
                : null;
    }

    private static String ofJson(JacksonException json) {
        var pointer = new StringBuilder();
        json.getPath().forEach(step -> pointer.append('/').append(name(step)));
        TokenStreamLocation at = json.getLocation();
        if (!pointer.isEmpty()) {
            return "the value at %s is missing or has the wrong type".formatted(pointer);
        }
        return at == null
                ? "the JSON is nested too deeply or too long"
                : "invalid JSON at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    // A sender may use anything as a name.
    private static String name(JacksonException.Reference step) {
        String name = step.getPropertyName();
        return name == null
                ? String.valueOf(step.getIndex())
                : FIELD.matcher(name).matches() ? name : "?";
    }
}
