package io.counterpart.messaging.database;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** A request that waits for a connection or holds one. */
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

    /** A pooled connection reports itself as closed once it was returned to the pool. */
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

    /** Aborts the waiting statement: its thread gets an exception, and the pool discards the connection. */
    void abort() {
        Connection held = connection;
        if (held == null || isOver()) {
            return;
        }
        over = true;
        try {
            held.abort(Runnable::run);
        } catch (SQLException e) {
            // The connection was returned to the pool at this moment.
        }
    }
}
