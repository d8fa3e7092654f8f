package io.counterpart.support.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** Distinguishes a database that is unavailable, or does not respond, from an error of the program. */
public final class DatabaseUnavailable {

    private DatabaseUnavailable() {}

    /**
     * Whether the pool timed out, the connection was lost (without an SQL state, as no server responded), or PostgreSQL
     * responded with class 08 (connection), 53 (resources) or 57P (shutdown, not ready).
     */
    public static boolean isCauseOf(Throwable thrown) {
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
