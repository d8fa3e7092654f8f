package io.counterpart.stack.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.counterpart.stack.process.PortLayout;
import io.counterpart.stack.process.Program;
import io.counterpart.stack.process.StackException;
import io.counterpart.stack.process.StackPort;
import io.counterpart.stack.process.ToolRun;

/** A PostgreSQL server that commits to disk, as in production; reachable from this machine only. */
public final class PostgresProgram implements Program {

    /** The superuser, whom no service uses. */
    public static final String USER = "postgres";

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "shared_buffers=512MB",
            "max_connections=200",
            "max_wal_size=4GB",
            "log_timezone=UTC",
            "timezone=UTC");

    private final PostgresCluster cluster;
    private final PortLayout ports;
    private final List<String> databases;
    private final Map<String, String> furtherSettings = new LinkedHashMap<>();

    /** Stores the data in one directory and the PostgreSQL binaries in the other. */
    public PostgresProgram(Path data, Path programs, PortLayout ports, List<String> databases) {
        this.cluster = new PostgresCluster(new PostgresBinaries(programs), data);
        this.ports = ports;
        this.databases = databases;
    }

    /** Adds settings to the defaults, by name. */
    public PostgresProgram with(Map<String, String> settings) {
        furtherSettings.putAll(settings);
        return this;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String title() {
        return "PostgreSQL";
    }

    @Override
    public List<StackPort> ports() {
        return List.of(StackPort.POSTGRES);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports.of(StackPort.POSTGRES), database);
    }

    @Override
    public List<String> command(List<String> jvmArguments) throws IOException {
        cluster.prepare();
        var settings = new ArrayList<>(SETTINGS);
        if (cluster.accepts("wal_compression=lz4")) {
            settings.add("wal_compression=lz4");
        }
        furtherSettings.forEach((name, value) -> settings.add(name + "=" + value));
        var arguments = new ArrayList<>(
                List.of("-D", cluster.data().toString(), "-p", Integer.toString(ports.of(StackPort.POSTGRES))));
        settings.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        return cluster.command("postgres", arguments);
    }

    @Override
    public boolean isReady() {
        try (var connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void whenReady() {
        try (var connection = connect("postgres")) {
            for (String database : databases) {
                DatabaseRoles.of(database).create(connection);
                createUnlessThere(connection, database);
                try (var inside = connect(database)) {
                    DatabaseRoles.of(database).grant(inside);
                }
            }
        } catch (SQLException e) {
            throw new StackException("Cannot create the databases: %s.".formatted(e.getMessage()), e);
        }
    }

    // On SIGTERM, PostgreSQL would wait for every client to disconnect; a fast shutdown does not.
    @Override
    public void requestStop(ProcessHandle process) {
        try {
            ToolRun.run(cluster.command(
                    "pg_ctl", List.of("stop", "-D", cluster.data().toString(), "-m", "fast", "--no-wait")));
        } catch (IOException e) {
            process.destroy();
        }
    }

    private static void createUnlessThere(Connection connection, String database) throws SQLException {
        try (var find = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            find.setString(1, database);
            if (find.executeQuery().next()) {
                return;
            }
        }
        try (var create = connection.createStatement()) {
            create.execute("create database " + database);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database) + "?connectTimeout=2&socketTimeout=10", USER, "");
    }
}
