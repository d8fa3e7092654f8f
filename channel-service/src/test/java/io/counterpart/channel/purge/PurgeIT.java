package io.counterpart.channel.purge;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Invariant: a row is deleted only after HQ acknowledged it and its account number arrived. */
class PurgeIT {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant OLD = NOW.minus(Duration.ofDays(31));
    private static final Instant YOUNG = NOW.minus(Duration.ofDays(29));

    private static JdbcClient jdbc;
    private static PurgeService purge;

    @BeforeAll
    static void migrate() {
        TestDatabase database = TestDatabase.fresh("purge");
        var source = new DriverManagerDataSource(database.url(), database.user(), database.password());
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = JdbcClient.create(source);
        purge = new PurgeService(
                new PurgeRepository(jdbc),
                new TransactionTemplate(new JdbcTransactionManager(source)),
                new PurgeProperties(Duration.ofDays(30), Duration.ofHours(1), 3),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @BeforeEach
    void empty() {
        jdbc.sql(
                        "truncate customer, async_operation, async_operation_queue, upload_session, customer_token, browser_session, sign_up_claim, offline_operation, till_state, device_token cascade")
                .update();
    }

    @Test
    void forgetsAnOldOperationThatHqAppliedAndAnswered() {
        operation(customer("C1", 1), 1, OLD);

        assertThat(purge.run()).isEqualTo(1);
        assertThat(operations()).isZero();
    }

    @Test
    void keepsAnOperationThatHqHasNotApplied() {
        UUID customer = customer("C1", 1);
        operation(customer, 2, OLD);

        assertThat(purge.run()).isZero();
        assertThat(operations()).isEqualTo(1);
    }

    @Test
    void keepsAnOperationWhoseAccountNumberHasNotComeBack() {
        operation(customer("", 1), 1, OLD);

        assertThat(purge.run()).isZero();
    }

    @Test
    void keepsAnOperationThatThePJobHasYetToSend() {
        operation(customer("C1", 1), 1, OLD);
        jdbc.sql(
                        "insert into async_operation_queue (replication_counter) select replication_counter from async_operation")
                .update();

        assertThat(purge.run()).isZero();
    }

    @Test
    void keepsWhatIsYoung() {
        operation(customer("C1", 1), 1, YOUNG);

        assertThat(purge.run()).isZero();
    }

    @Test
    void goesOnBehindABatchInWhichNothingMayGo() {
        for (int i = 0; i < 7; i++) {
            operation(customer("", 0), 1, OLD);
        }
        for (int i = 0; i < 7; i++) {
            operation(customer("C" + i, 1), 1, OLD);
        }

        assertThat(purge.run()).isEqualTo(7);
        assertThat(operations()).isEqualTo(7);
    }

    @Test
    void forgetsOldUploadSessions() {
        for (int i = 0; i < 7; i++) {
            session(OLD);
        }
        session(YOUNG);

        purge.run();

        assertThat(jdbc.sql("select count(*) from upload_session")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void forgetsOldOperationsOfOfflineTills() {
        for (int i = 0; i < 7; i++) {
            received(OLD);
        }
        received(YOUNG);

        purge.run();

        assertThat(jdbc.sql("select count(*) from offline_operation")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void forgetsTillsThatAreSilentOrRevoked() {
        for (String device : List.of("silent", "revoked", "present")) {
            till(device, device.equals("silent") ? OLD : YOUNG);
        }
        jdbc.sql("delete from device_token where device = 'revoked'").update();

        purge.run();

        assertThat(jdbc.sql("select device from till_state").query(String.class).list())
                .containsExactly("present");
    }

    private static void till(String device, Instant heardAt) {
        jdbc.sql("insert into device_token (sha256, channel, device, role) values (:device, 'HARBOR', :device, 'TILL')")
                .param("device", device)
                .update();
        jdbc.sql("""
                        insert into till_state (channel, device, version, heard_at, clock_skew_seconds, unsent, refused)
                        values ('HARBOR', ?, '1', ?, 0, 0, 0)
                        """).params(device, Timestamp.from(heardAt)).update();
    }

    @Test
    void forgetsExpiredTokensOfCustomersSessionsAndClaimsOfSignUps() {
        for (int i = 0; i < 7; i++) {
            expiring(NOW.minusSeconds(1));
        }
        expiring(NOW.plusSeconds(1));

        purge.run();

        assertThat(jdbc.sql("select (select count(*) from customer_token) + (select count(*) from browser_session)"
                                + " + (select count(*) from sign_up_claim)")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    private static void expiring(Instant at) {
        String hash = UUID.randomUUID().toString();
        jdbc.sql("insert into customer_token values (?, ?, 'shop', ?)")
                .params(hash, UUID.randomUUID(), Timestamp.from(at))
                .update();
        jdbc.sql("insert into browser_session values (?, 'till', ?, ?)")
                .params(hash, Timestamp.from(at), Timestamp.from(NOW.plusSeconds(1)))
                .update();
        jdbc.sql("insert into sign_up_claim values (?, ?, ?)")
                .params(hash, UUID.randomUUID(), Timestamp.from(at))
                .update();
    }

    private static UUID customer(String accountNumber, int applied) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into customer (async_customer_id, account_number, type, sync_status, creation_mode, created_in_channel,
                          created_in_channel_database, created_at, last_operation, applied_operation, version)
                        values (?, nullif(?, ''), 'PERSON', 'PENDING_SYNC', 'ASYNC', 'HARBOR', 'harbor', now(), 9, ?, 0)
                        """).params(id, accountNumber, applied).update();
        return id;
    }

    private static void operation(UUID customer, int number, Instant createdAt) {
        jdbc.sql("""
                        insert into async_operation (id, aggregatetype, aggregateid, aggregateversion, type, payload, created_at)
                        values (?, 'cdx.p-0001', ?, ?, 'EDIT_PROFILE', '{}', ?)
                        """)
                .params(UUID.randomUUID(), customer.toString(), number, Timestamp.from(createdAt))
                .update();
    }

    private static void session(Instant at) {
        jdbc.sql("""
                        insert into upload_session (id, counter_from, counter_to, rows, status, try_count, started_at, finished_at)
                        values (?, 1, 2, 2, 'SUCCEEDED', 1, ?, ?)
                        """)
                .params(UUID.randomUUID(), Timestamp.from(at), Timestamp.from(at))
                .update();
    }

    private static void received(Instant at) {
        jdbc.sql("""
                        insert into offline_operation (operation_id, async_customer_id, content_hash, created_at)
                        values (?, ?, 'x', ?)
                        """)
                .params(UUID.randomUUID(), UUID.randomUUID(), Timestamp.from(at))
                .update();
    }

    private static long operations() {
        return jdbc.sql("select count(*) from async_operation")
                .query(Long.class)
                .single();
    }
}
