package io.counterpart.endtoend;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.counterpart.stack.LocalStack;

/** Queries the databases of a stack directly. */
record StackDatabases(LocalStack stack) {

    /** The first column of all rows, as text. */
    List<String> query(String database, String sql, Object... parameters) {
        try (var connection = DriverManager.getConnection(stack.jdbcUrl(database), "postgres", "");
                var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(
                        i + 1,
                        parameters[i] instanceof UUID[] ids ? connection.createArrayOf("uuid", ids) : parameters[i]);
            }
            var answers = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    answers.add(String.valueOf(rows.getString(1)));
                }
            }
            return answers;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    long count(String database, String sql, Object... parameters) {
        return Long.parseLong(query(database, sql, parameters).get(0));
    }

    /** Ends the connections to a database and refuses others, or accepts them again; the other databases go on. */
    void allowConnections(String database, boolean allowed) {
        try (var connection = DriverManager.getConnection(stack.jdbcUrl("postgres"), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("alter database %s allow_connections %s".formatted(database, allowed));
            if (!allowed) {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
                        .formatted(database));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(database, e);
        }
    }
}
