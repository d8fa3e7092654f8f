package io.counterpart.benchmarks.tool;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs a script as pgbench does, where there is no pgbench: one connection, prepared statements. */
public final class JdbcScript implements ClosedLoop.Client {

    private final Connection connection;
    private final List<List<PreparedStatement>> scripts = new ArrayList<>();

    public JdbcScript(String jdbcUrl, List<List<String>> scripts) throws SQLException {
        this.connection = DriverManager.getConnection(jdbcUrl, "postgres", "");
        connection.setAutoCommit(false);
        for (List<String> script : scripts) {
            var statements = new ArrayList<PreparedStatement>();
            for (String statement : script.subList(1, script.size() - 1)) {
                statements.add(connection.prepareStatement(statement));
            }
            this.scripts.add(statements);
        }
    }

    @Override
    public void once(long number) throws SQLException {
        for (PreparedStatement statement : scripts.get((int) (number % scripts.size()))) {
            statement.execute();
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
