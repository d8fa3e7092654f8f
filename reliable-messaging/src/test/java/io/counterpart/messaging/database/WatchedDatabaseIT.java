package io.counterpart.messaging.database;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import io.counterpart.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * A request detects quickly that its database has stopped responding, in any phase; long statements are not affected.
 */
class WatchedDatabaseIT {

    private static final Duration SOON = Duration.ofMillis(2_800);

    private final ThreadLocal<Boolean> request = ThreadLocal.withInitial(() -> true);
    private final WatchedDatabase watched = new WatchedDatabase(request::get);
    private final HikariDataSource pool = new HikariDataSource();
    private FreezingProxy proxy;
    private DataSource database;

    @BeforeEach
    void connect() throws Exception {
        TestDatabase fresh = TestDatabase.fresh("watched");
        URI address = URI.create(fresh.url().substring("jdbc:".length()));
        proxy = new FreezingProxy(address.getHost(), address.getPort());
        pool.setJdbcUrl(fresh.url().replace(":" + address.getPort() + "/", ":" + proxy.port() + "/"));
        pool.setUsername(fresh.user());
        pool.setPassword(fresh.password());
        pool.setMaximumPoolSize(4);
        pool.setConnectionTimeout(900);
        pool.setValidationTimeout(500);
        pool.addDataSourceProperty("socketTimeout", "30");
        database = (DataSource) watched.postProcessAfterInitialization(pool, "dataSource");
        new JdbcTemplate(database).execute("create table kept (id int primary key)");
    }

    @AfterEach
    void disconnect() throws Exception {
        watched.destroy();
        proxy.close();
        pool.close();
    }

    @Test
    void aStatementUnderWayEndsSoon() {
        CompletableFuture<Void> waiting =
                underWay(connection -> connection.createStatement().execute("select 1"));

        long start = System.nanoTime();
        assertThatThrownBy(waiting::join).rootCause().isInstanceOf(Exception.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        assertThat(waiting).isCompletedExceptionally();
    }

    @Test
    void aCommitUnderWayEndsSoonAndItsOutcomeIsTheDatabases() {
        CompletableFuture<Void> waiting = underWay(Connection::commit);

        long start = System.nanoTime();
        assertThatThrownBy(waiting::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(Exception.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        proxy.thaw();
        // Refused until the watch detects that the database is available again, then served.
        await().ignoreExceptions()
                .until(() ->
                        new JdbcTemplate(database).queryForObject("select count(*) from kept", Integer.class) != null);
    }

    @Test
    void onceItIsKnownRequestsAreRefusedAtOnceAndServedAfterwards() {
        CompletableFuture<Void> waiting =
                underWay(connection -> connection.createStatement().execute("select 1"));
        assertThatThrownBy(waiting::join).isInstanceOf(CompletionException.class);

        long start = System.nanoTime();
        assertThatThrownBy(database::getConnection).isInstanceOf(SQLTransientConnectionException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(200));

        proxy.thaw();
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(new JdbcTemplate(database).queryForObject("select 1", Integer.class))
                        .isEqualTo(1));
    }

    @Test
    void aLongStatementIsLeftAlone() {
        assertThat(new JdbcTemplate(database).queryForObject("select 1 from pg_sleep(3)", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void whatRunsInTheBackgroundWaitsForTheDatabase() {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Integer> background = CompletableFuture.supplyAsync(() -> {
            request.set(false);
            begun.countDown();
            return new JdbcTemplate(database).queryForObject("select 7 from pg_sleep(1)", Integer.class);
        });
        CompletableFuture<Void> waiting =
                underWay(connection -> connection.createStatement().execute("select 1"));
        assertThatThrownBy(waiting::join).isInstanceOf(CompletionException.class);

        proxy.thaw();
        assertThat(background.join()).isEqualTo(7);
    }

    /** Begins a transaction, freezes the database, and then runs the rest. */
    private CompletableFuture<Void> underWay(Work rest) {
        var begun = new CountDownLatch(1);
        var frozen = new CountDownLatch(1);
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                connection.createStatement().execute("insert into kept values (1)");
                begun.countDown();
                frozen.await();
                rest.on(connection);
            } catch (SQLException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        try {
            begun.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        proxy.freeze();
        frozen.countDown();
        return work;
    }

    @FunctionalInterface
    private interface Work {
        void on(Connection connection) throws SQLException;
    }
}
