package io.counterpart.hq.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** Tells a database that is away, or does not answer, from a fault of the program. */
public final class DatabaseAway {

    private DatabaseAway() {}

    /**
     * Whether the pool gave up waiting, or the connection was lost (without a state, as no server spoke), or PostgreSQL
     * answered with class 08 (connection), 53 (resources) or 57P (shut-down, not ready).
     */
    public static boolean isReasonOf(Throwable thrown) {
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

    public static Problem problem() {
        return new Problem(503, "try-again", "Headquarters is busy", "Please try again in a moment.");
    }
}
