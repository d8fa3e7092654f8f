package io.counterpart.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.counterpart.stack.kafka.KafkaProgram;
import io.counterpart.stack.postgres.PostgresProgram;
import io.counterpart.stack.process.ManagedProcess;
import io.counterpart.stack.process.PidFile;
import io.counterpart.stack.process.PortLayout;
import io.counterpart.stack.process.ProcessState;
import io.counterpart.stack.process.Program;
import io.counterpart.stack.process.StackPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The two real servers survive every kind of termination and restart: they preserve their data and leave no process
 * behind.
 */
class DatabaseAndBrokerIT {

    private final PortLayout ports = PortLayout.free();

    @TempDir
    Path directory;

    private PostgresProgram postgresProgram;
    private ManagedProcess postgres;
    private ManagedProcess kafka;

    @BeforeEach
    void prepare() {
        Path root = ProjectRoot.find();
        PidFile pids = PidFile.claim(directory.resolve("stack.pid"));
        postgresProgram = new PostgresProgram(
                directory.resolve("postgres"), root.resolve("local-stack/target/postgresql-18"), ports, List.of("hq"));
        var kafkaProgram = new KafkaProgram(directory.resolve("kafka"), root.resolve("local-stack"), ports);
        postgres = managed(postgresProgram, pids);
        kafka = managed(kafkaProgram, pids);
    }

    @AfterEach
    void end() {
        kafka.close();
        postgres.close();
    }

    @Test
    void postgresKeepsWhatWasCommittedWhenItIsKilledAndWhenItIsStopped() throws SQLException {
        postgres.start();
        execute("create table kept (value int)");
        execute("insert into kept values (1)");
        List<ProcessHandle> before = tree(postgres);
        assertThat(before).hasSizeGreaterThan(3);

        postgres.kill();
        assertThat(before).noneMatch(ProcessHandle::isAlive);
        postgres.start();
        execute("insert into kept values (2)");
        List<ProcessHandle> after = tree(postgres);
        postgres.stop();
        assertThat(after).noneMatch(ProcessHandle::isAlive);
        postgres.start();

        assertThat(number("select count(*) from kept")).isEqualTo(2);
        assertThat(text("show fsync")).isEqualTo("on");
        assertThat(text("show synchronous_commit")).isEqualTo("on");
    }

    @Test
    void aServiceHasNoMoreRightsThanItNeedsAlsoInADatabaseOfAnEarlierVersion() throws SQLException {
        postgres.start();
        execute("alter database hq owner to postgres");
        execute("create table early (id bigint generated always as identity, value int)");
        execute("create sequence counter");
        postgres.stop();
        postgres.start();

        as("hq_app", "insert into early (value) select nextval('counter')");
        as("hq_owner", "alter table early add column later int");
        as("hq_owner", "create table late (id bigint generated always as identity, value int)");
        as("hq_app", "insert into late (value) values (1)");
        assertThatThrownBy(() -> as("hq_app", "drop table early")).hasMessageContaining("must be owner");
        assertThatThrownBy(() -> as("hq_app", "create table own (value int)"))
                .hasMessageContaining("permission denied");
        assertThat(number("select count(*) from pg_roles where rolname like 'hq_%' and not rolsuper"))
                .isEqualTo(2);
    }

    @Test
    void kafkaKeepsItsTopicsWhenItIsKilledAndWhenItIsStopped() throws Exception {
        kafka.start();
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic("kept", 3, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
        List<ProcessHandle> before = tree(kafka);

        kafka.kill();
        assertThat(before).noneMatch(ProcessHandle::isAlive);
        kafka.start();
        kafka.stop();
        kafka.start();

        try (Admin admin = admin()) {
            assertThat(admin.listTopics().names().get(20, TimeUnit.SECONDS)).contains("kept");
        }
        assertThat(kafka.state()).isEqualTo(ProcessState.RUNNING);
    }

    @Test
    void endsTheServersOfALauncherThatWasKilled() throws Exception {
        postgres.start();
        List<ProcessHandle> orphans = tree(postgres);
        // As after the launcher was killed: the process that wrote the file no longer exists.
        Path pidFile = directory.resolve("stack.pid");
        Files.writeString(pidFile, Files.readString(pidFile).replaceFirst("launcher \\d+", "launcher 999999999"));

        PidFile.claim(pidFile);

        assertThat(orphans).noneMatch(ProcessHandle::isAlive);
    }

    private ManagedProcess managed(Program program, PidFile pids) {
        return new ManagedProcess(program, ports, pids, directory.resolve("logs"), died -> {});
    }

    private static List<ProcessHandle> tree(ManagedProcess process) {
        ProcessHandle root = ProcessHandle.of(process.pid().getAsLong()).orElseThrow();
        return Stream.concat(Stream.of(root), root.descendants()).toList();
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + ports.of(StackPort.KAFKA)));
    }

    private void execute(String sql) throws SQLException {
        as(PostgresProgram.USER, sql);
    }

    private void as(String user, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgresProgram.jdbcUrl("hq"), user, "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int number(String sql) throws SQLException {
        return Integer.parseInt(text(sql));
    }

    private String text(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgresProgram.jdbcUrl("hq"), PostgresProgram.USER, "");
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return Optional.ofNullable(rows.getString(1)).orElseThrow();
        }
    }
}
