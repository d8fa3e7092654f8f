package io.counterpart.messaging.database;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** A request that waits for a connection or has one. */
final class DatabaseUse {

    private final long since = System.nanoTime();
    private volatile @Nullable Connection connection;
    private volatile boolean over;

    void hold(Connection given) {
        connection = given;
    }

    void end() {
        over = true;
    }

    /** A connection of the pool is closed for its user once it was given back. */
    boolean isOver() {
        Connection held = connection;
        try {
            return over || (held != null && held.isClosed());
        } catch (SQLException e) {
            return true;
        }
    }

    boolean isOlderThan(long nanos) {
        return System.nanoTime() - since > nanos;
    }

    /** Ends whatever statement waits: its thread gets an exception, the pool throws the connection away. */
    void abort() {
        Connection held = connection;
        if (held == null || isOver()) {
            return;
        }
        over = true;
        try {
            held.abort(Runnable::run);
        } catch (SQLException e) {
            // It was given back at this moment.
        }
    }
}
