package io.counterpart.benchmarks.tool;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs a script as pgbench does, if there is no pgbench: one connection, prepared statements. */
public final class JdbcScript implements ClosedLoop.Client {

    private final Connection connection;
    private final List<PreparedStatement> statements = new ArrayList<>();
    private final int customers;

    public JdbcScript(String jdbcUrl, InsertTransactionScript script) throws SQLException {
        this.connection = DriverManager.getConnection(jdbcUrl, "postgres", "");
        this.customers = script.customers();
        connection.setAutoCommit(false);
        for (String statement :
                script.statements().subList(1, script.statements().size() - 1)) {
            statements.add(connection.prepareStatement(statement.replace(InsertTransactionScript.NUMBER, "?")));
        }
    }

    @Override
    public void run(long number) throws SQLException {
        for (PreparedStatement statement : statements) {
            statement.setInt(1, (int) (number % customers));
            statement.execute();
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
