package io.counterpart.benchmarks.tool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.postgresql.PGConnection;

import io.counterpart.stack.process.StackException;

/** One connection to a database of the stack, for queries and for bulk data. */
public final class Database implements AutoCloseable {

    private static final String USER = "postgres";

    private final Connection connection;

    public Database(String jdbcUrl) {
        try {
            this.connection = DriverManager.getConnection(jdbcUrl, USER, "");
        } catch (SQLException e) {
            throw new StackException("No connection to %s: %s".formatted(jdbcUrl, e.getMessage()), e);
        }
    }

    /** Executes any statements without parameters. */
    public void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    public int update(String sql, Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    /** The first column of all rows, as text. */
    public List<String> texts(String sql, Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    public Optional<String> text(String sql, Object... parameters) {
        return texts(sql, parameters).stream().findFirst();
    }

    /** One number; a missing row and null count as 0. */
    public double number(String sql, Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getDouble(1) : 0;
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    /** Copies the result of a query in parentheses into a table of another database. */
    void copy(String query, Database to, String table) {
        String sql = "copy %s to stdout (format binary)".formatted(query);
        try {
            var rows = new ByteArrayOutputStream();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, rows);
            to.connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy %s from stdin (format binary)".formatted(table),
                            new ByteArrayInputStream(rows.toByteArray()));
        } catch (SQLException e) {
            throw failure(sql, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static StackException failure(String sql, SQLException e) {
        return new StackException("%s%nwas answered with: %s".formatted(sql, e.getMessage()), e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StackException("A connection could not be closed: " + e.getMessage(), e);
        }
    }
}
