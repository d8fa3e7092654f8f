package io.counterpart.faults.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;

/**
 * Earlier states of single databases, as copies inside the same cluster: as consistent as a base backup, made in a
 * second. A copy needs exclusive access to the database, so connections are refused during the copy.
 */
final class DatabaseCopies {

    private final UnaryOperator<String> jdbcUrl;

    DatabaseCopies(UnaryOperator<String> jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    static String copyOf(String database) {
        return database + "_copy";
    }

    /** The name under which the abandoned state can still be read. */
    static String abandoned(String database) {
        return database + "_abandoned";
    }

    void copy(String database) throws SQLException {
        execute("drop database if exists %s with (force)".formatted(copyOf(database)));
        alone(database, "create database %s template %s".formatted(copyOf(database), database), database);
    }

    /** Renames the current state; from now on the database does not exist under its name. */
    void putAside(String database) throws SQLException {
        execute("drop database if exists %s with (force)".formatted(abandoned(database)));
        alone(database, "alter database %s rename to %s".formatted(database, abandoned(database)), abandoned(database));
    }

    /** Renames the copy to the name of the database. */
    void putInPlace(String database) throws SQLException {
        alone(copyOf(database), "alter database %s rename to %s".formatted(copyOf(database), database), database);
    }

    /** Undoes {@link #putAside} if the copy could not be put in place; without it the database would not exist. */
    void ensureInPlace(String database) throws SQLException {
        if (!exists(database)) {
            alone(
                    abandoned(database),
                    "alter database %s rename to %s".formatted(abandoned(database), database),
                    database);
        }
    }

    void dropAbandoned(String database) throws SQLException {
        execute("drop database if exists %s with (force)".formatted(abandoned(database)));
    }

    boolean hasCopy(String database) throws SQLException {
        return exists(copyOf(database));
    }

    // PostgreSQL waits a few seconds for connections that are closing.
    private void alone(String database, String sql, String nameAfterwards) throws SQLException {
        try {
            execute("alter database %s allow_connections false".formatted(database));
            execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(database));
            execute(sql);
        } finally {
            String now = exists(nameAfterwards) ? nameAfterwards : database;
            execute("alter database %s allow_connections true".formatted(now));
        }
    }

    private boolean exists(String database) throws SQLException {
        try (Connection connection = connect();
                var query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, database);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                jdbcUrl.apply("postgres") + "?connectTimeout=3&socketTimeout=60", "postgres", "");
    }
}
