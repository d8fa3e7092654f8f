package io.counterpart.testsupport;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An empty database for one test, on the PostgreSQL server that all tests of the JVM share.
 *
 * @param url for JDBC
 */
public record TestDatabase(String url, String user, String password) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Creates a database with this name prefix. */
    public static TestDatabase fresh(String prefix) {
        TestDatabase server = PostgresServer.get();
        String name = "%s_%d_%d".formatted(prefix, ProcessHandle.current().pid(), NUMBER.incrementAndGet());
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not create the test database " + name, e);
        }
        return new TestDatabase(
                server.url().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"), server.user(), server.password());
    }
}
