package io.counterpart.faults.audit;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One database, queried with plain SQL independently of the services. */
record DatabaseAudit(String name, String jdbcUrl) {

    // The class of syntax errors and unknown or ambiguous names.
    private static final String WRONG_SQL = "42";

    <T> List<T> list(String sql, Snapshot<T> reading, Object... parameters) {
        try (var connection = DriverManager.getConnection(jdbcUrl, "postgres", "");
                var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            var found = new ArrayList<T>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            // Not a fault of the system that prevents another one: that would hide that this one is never inflicted.
            if (String.valueOf(e.getSQLState()).startsWith(WRONG_SQL)) {
                throw new AssertionError("Wrong SQL for %s: %s".formatted(name, sql), e);
            }
            throw new IllegalStateException("Could not ask %s: %s".formatted(name, sql), e);
        }
    }

    long count(String sql, Object... parameters) {
        return list(sql, row -> row.getLong(1), parameters).get(0);
    }

    /** Maps one row. */
    @FunctionalInterface
    interface Snapshot<T> {

        T of(ResultSet row) throws SQLException;
    }
}
