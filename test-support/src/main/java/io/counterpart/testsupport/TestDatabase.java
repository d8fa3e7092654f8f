package io.counterpart.testsupport;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An empty database for one test, on the PostgreSQL server that all tests of the JVM share. A service under test uses its
 * roles, as in production: one that migrates and owns the tables, and one with the rights of a running service.
 *
 * @param url for JDBC
 * @param user a superuser, for tests of less than a service
 */
public record TestDatabase(String url, String user, String password) {

    public static final String OWNER = "counterpart_owner";
    public static final String RUNTIME = "counterpart_app";
    public static final String ROLE_PASSWORD = "test";

    // Other builds may use the same server at the same time.
    private static final String CREATE_ROLE = """
            do $$ begin
              create role %s login password '%s';
            exception when duplicate_object or unique_violation then null;
            end $$
            """;
    private static final String GRANTS = """
            alter default privileges for role %1$s grant select, insert, update, delete on tables to %2$s;
            alter default privileges for role %1$s grant usage, select, update on sequences to %2$s
            """.formatted(OWNER, RUNTIME);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Creates a database with this name prefix. */
    public static TestDatabase fresh(String prefix) {
        TestDatabase server = PostgresServer.get();
        String name = "%s_%d_%d".formatted(prefix, ProcessHandle.current().pid(), NUMBER.incrementAndGet());
        execute(
                server,
                CREATE_ROLE.formatted(OWNER, ROLE_PASSWORD),
                CREATE_ROLE.formatted(RUNTIME, ROLE_PASSWORD),
                "create database %s owner %s".formatted(name, OWNER));
        var database = new TestDatabase(
                server.url().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"), server.user(), server.password());
        execute(database, GRANTS);
        return database;
    }

    private static void execute(TestDatabase database, String... statements) {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Could not prepare the test database " + database.url(), e);
        }
    }
}
