package io.counterpart.messaging.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** Checks over its own connection whether the database responds. */
final class DatabaseProbe implements AutoCloseable {

    private static final String CONNECTION_EXCEPTION = "08";

    private final ConnectionSource source;
    private final Duration patience;
    private @Nullable Connection connection;

    DatabaseProbe(ConnectionSource source, Duration patience) {
        this.source = source;
        this.patience = patience;
    }

    /**
     * Returns false if there was no response in time. A server that refuses, for example because of too many
     * connections, has responded.
     */
    boolean answers() {
        boolean kept = connection != null;
        long start = System.nanoTime();
        if (ask()) {
            return true;
        }
        // A cached connection that fails immediately was closed earlier, perhaps long ago, so a new one is tried. One
        // that stays silent is conclusive.
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
                // The connection was already broken.
            }
        }
    }

    /** Opens a connection with short timeouts that does not come from the pool. */
    @FunctionalInterface
    interface ConnectionSource {

        Connection open() throws SQLException;
    }
}
