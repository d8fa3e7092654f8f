package io.counterpart.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * A separate PostgreSQL cluster with WAL archiving, a base backup by the low-level API, and point-in-time recovery. It
 * does not need {@code pg_basebackup}, which the embedded binaries lack. The port stays the same after a restore.
 */
public final class RestorablePostgres implements AutoCloseable {

    private static final DateTimeFormatter TARGET = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSxxx");
    private static final String USER = "postgres";
    // WAL comes from the archive; the other files belong to the running server.
    private static final List<Path> LEFT_OUT =
            List.of(Path.of("pg_wal"), Path.of("postmaster.pid"), Path.of("postmaster.opts"), Path.of("epg-lock"));

    private final Path directory;
    private final Path archive;
    private final Path backup;
    private Path data;
    private int port;
    private int generation;
    private @Nullable EmbeddedPostgres server;

    private RestorablePostgres(Path directory) {
        this.directory = directory;
        this.archive = directory.resolve("archive");
        this.backup = directory.resolve("backup");
        this.data = directory.resolve("data-0");
    }

    /** Creates and starts a cluster with these databases; the directory must be empty or not exist. */
    public static RestorablePostgres start(Path directory, String... databases) {
        var postgres = new RestorablePostgres(directory.toAbsolutePath());
        postgres.initialize(List.of(databases));
        return postgres;
    }

    /** A JDBC URL for the user {@code postgres} without a password. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Copies the data directory while the server is running; replaces an earlier backup. */
    public void baseBackup() {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            DirectoryCopy.delete(backup);
            statement.execute("select pg_backup_start('base', true)");
            DirectoryCopy.copy(data, backup, LEFT_OUT);
            try (var stop = statement.executeQuery("select labelfile from pg_backup_stop(true)")) {
                stop.next();
                Files.writeString(backup.resolve("backup_label"), stop.getString(1));
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The base backup failed", e);
        }
    }

    /** The server's clock: a recovery target for {@link #restoreTo}. */
    public Instant now() {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException e) {
            throw new IllegalStateException("The server does not answer", e);
        }
    }

    /** Stops the server, restores the base backup, replays the archive up to this time, and promotes the server. */
    public void restoreTo(Instant target) {
        try {
            endOfWal();
            stop();
            generation++;
            data = directory.resolve("data-" + generation);
            DirectoryCopy.copy(backup, data, LEFT_OUT);
            Files.createDirectories(data.resolve("pg_wal"));
            Files.createFile(data.resolve("recovery.signal"));
            append(
                    "restore_command = 'cp %s/%%f %%p'".formatted(archive),
                    "recovery_target_time = '%s'"
                            .formatted(target.atOffset(ZoneOffset.UTC).format(TARGET)),
                    "recovery_target_action = 'promote'");
            run();
            awaitPromotion();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The restore failed", e);
        }
    }

    /** Stops the server with all its WAL archived. */
    public void stop() {
        EmbeddedPostgres running = server;
        server = null;
        if (running != null) {
            try {
                running.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void initialize(List<String> databases) {
        try {
            Files.createDirectories(archive);
            run();
            stop();
            append(
                    "archive_mode = on",
                    "archive_command = 'test ! -f %1$s/%%f && cp %%p %1$s/%%f.part && mv %1$s/%%f.part %1$s/%%f'"
                            .formatted(archive),
                    "max_connections = 200",
                    "wal_level = replica");
            run();
            for (String database : databases) {
                try (Connection connection = connect();
                        var statement = connection.createStatement()) {
                    statement.execute("create database " + database);
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The cluster did not start", e);
        }
    }

    private void run() throws IOException {
        Redirect log = Redirect.appendTo(directory.resolve("postgres.log").toFile());
        var builder = EmbeddedPostgres.builder()
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("listen_addresses", "127.0.0.1");
        if (port != 0) {
            builder.setPort(port);
        }
        EmbeddedPostgres started = builder.start();
        server = started;
        port = started.getPort();
    }

    // Recovery needs a commit later than its target, or it ends before it reaches the target.
    private void endOfWal() throws SQLException {
        if (server != null) {
            try (Connection connection = connect();
                    var statement = connection.createStatement()) {
                statement.execute("select pg_logical_emit_message(true, 'backup', 'end')");
                statement.execute("select pg_switch_wal()");
            }
        }
    }

    private void awaitPromotion() throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.setQueryTimeout(60);
            statement.execute("""
                    do $$ begin
                      while pg_is_in_recovery() loop perform pg_sleep(0.05); end loop;
                    end $$
                    """);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url("postgres"), USER, "");
    }

    private void append(String... lines) throws IOException {
        Path file = data.resolve("postgresql.auto.conf");
        Files.writeString(file, Files.readString(file) + String.join("\n", lines) + "\n");
    }
}
