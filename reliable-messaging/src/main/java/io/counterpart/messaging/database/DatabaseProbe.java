package io.counterpart.messaging.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** Asks the database, on a connection of its own, whether it answers at all. */
final class DatabaseProbe implements AutoCloseable {

    private static final String CONNECTION_EXCEPTION = "08";

    private final ConnectionSource source;
    private final Duration patience;
    private @Nullable Connection connection;

    DatabaseProbe(ConnectionSource source, Duration patience) {
        this.source = source;
        this.patience = patience;
    }

    /** False: nobody answered in time. A server that refuses, for example for too many connections, has answered. */
    boolean answers() {
        boolean kept = connection != null;
        long start = System.nanoTime();
        if (ask()) {
            return true;
        }
        // A connection that broke at once was ended, perhaps long ago; one that stayed silent says enough.
        boolean brokeAtOnce = System.nanoTime() - start < patience.toNanos() / 2;
        return kept && brokeAtOnce && ask();
    }

    private boolean ask() {
        try {
            Connection asked = connection == null ? source.open() : connection;
            connection = asked;
            asked.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
            try (Statement statement = asked.createStatement()) {
                statement.execute("select 1");
            }
            return true;
        } catch (SQLException e) {
            close();
            String state = e.getSQLState();
            return state != null && !state.startsWith(CONNECTION_EXCEPTION);
        }
    }

    @Override
    public void close() {
        Connection closing = connection;
        connection = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (SQLException e) {
                // It was broken already.
            }
        }
    }

    /** Opens a connection that does not come from the pool, with short time-outs. */
    @FunctionalInterface
    interface ConnectionSource {

        Connection open() throws SQLException;
    }
}
