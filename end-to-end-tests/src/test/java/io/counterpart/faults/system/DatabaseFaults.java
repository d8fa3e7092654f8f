package io.counterpart.faults.system;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.counterpart.faults.sabotage.Fault;

/** Faults inside the databases. */
final class DatabaseFaults {

    private static final Logger log = LoggerFactory.getLogger(DatabaseFaults.class);
    private static final List<String> DATABASES = List.of("hq", "channel_harbor", "channel_online");
    private static final Duration MENDING = Duration.ofMinutes(5);

    // The markers of a run end in a number: the constraint refuses one of ten.
    private static final String REFUSE_SOME = """
            alter table customer add constraint refuses_some check (last_name !~ '^Q.*x[0-9]*7$') not valid
            """;
    private static final String REFUSE_NONE = "alter table customer drop constraint if exists refuses_some";

    // Larger than the producer and the broker accept, between records of half a kilobyte.
    private static final String TOO_LARGE_AT_A_CHANNEL = """
            with logged as (
              insert into async_operation
                (id, aggregatetype, aggregateid, aggregateversion, type, payload, created_at)
              select gen_random_uuid(), 'cdx.p-0001', gen_random_uuid(), 1, 'EDIT_PROFILE',
                to_json(repeat('x', 3000000)), now()
              returning replication_counter)
            insert into async_operation_queue (replication_counter) select replication_counter from logged
            """;
    private static final String TOO_LARGE_AT_HQ = """
            insert into distribution_log
              (id, aggregatetype, aggregateid, aggregateversion, type, payload, created_at)
            select gen_random_uuid(), 'cdx.1010', 'nobody', 1, 'CUSTOMER_SNAPSHOT',
              to_json(repeat('x', 3000000)), now()
            """;

    private final SystemUnderTest system;

    DatabaseFaults(SystemUnderTest system) {
        this.system = system;
    }

    List<Fault> backendsEnded() {
        return faults(
                database -> Fault.atOnce("end the backends of " + database, database, () -> execute(database, """
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                """)));
    }

    /**
     * A transaction that is left open. Creations hang between taking their counter and committing it, while edits with
     * higher counters commit.
     */
    List<Fault> transactionsHeld() {
        return faults(this::held);
    }

    List<Fault> tooLargeRecords() {
        return faults(database -> Fault.atOnce(
                "too large record in " + database,
                database + " log",
                () -> execute(database, database.equals("hq") ? TOO_LARGE_AT_HQ : TOO_LARGE_AT_A_CHANNEL)));
    }

    /**
     * HQ's database refuses one customer of ten for some time; afterwards an operator retries the failed operations.
     */
    Fault customersRefused() {
        return Fault.of(
                "refuse some customers at hq",
                "hq customers",
                () -> execute("hq", "set lock_timeout = '2s'; " + REFUSE_SOME),
                this::refuseNone);
    }

    void refuseNone() throws Exception {
        long deadline = System.nanoTime() + MENDING.toNanos();
        while (true) {
            try {
                execute("hq", "set lock_timeout = '2s'; " + REFUSE_NONE);
                system.headquarters().repairOperations();
                return;
            } catch (SQLException | IOException | RuntimeException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                log.info("Not repaired yet: {}", e.getMessage());
                Thread.sleep(500);
            }
        }
    }

    private Fault held(String database) {
        var holder = new LockHolder();
        return Fault.of(
                "hold a transaction in " + database,
                database + " transaction",
                () -> holder.hold(connect(database)),
                holder::release);
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                system.stack().jdbcUrl(database) + "?connectTimeout=3&socketTimeout=5", "postgres", "");
    }

    private static List<Fault> faults(Function<String, Fault> of) {
        return DATABASES.stream().map(of).toList();
    }

    /** Holds a transaction open as long as the database runs. */
    private static final class LockHolder {

        private @Nullable Connection open;

        void hold(Connection connection) throws SQLException {
            open = connection;
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_current_xact_id()");
                statement.execute("set local lock_timeout = '3s'");
                statement.execute("lock table customer_address in share mode");
            }
        }

        void release() {
            try (Connection connection = open) {
                if (connection != null) {
                    connection.rollback();
                }
            } catch (SQLException e) {
                log.info("The transaction had ended before: {}", e.getMessage());
            }
        }
    }
}
