package io.counterpart.messaging.log;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A statement that is executed after an append, in the same round trip to the database.
 *
 * @param sql without a semicolon; returns no rows
 */
public record CompanionStatement(String sql, Binder binder) {

    /** Binds the parameters of the statement. */
    @FunctionalInterface
    public interface Binder {

        /**
         * Binds them after those of the append.
         *
         * @param others the number of parameters before the first one of the statement
         */
        void bind(PreparedStatement statement, int others) throws SQLException;
    }
}
