package io.counterpart.hq.purge;

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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A staged operation is purged only after it was applied and its result published to the channels. */
class PurgeIT {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant OLD = NOW.minus(Duration.ofDays(91));
    private static final Instant YOUNG = NOW.minus(Duration.ofDays(89));

    private static JdbcClient jdbc;
    private static JdbcClient service;
    private static PurgeService purge;

    @BeforeAll
    static void migrate() {
        TestDatabase database = TestDatabase.fresh("purge");
        var owner = new DriverManagerDataSource(database.url(), TestDatabase.OWNER, TestDatabase.ROLE_PASSWORD);
        Flyway.configure().dataSource(owner).load().migrate();
        jdbc = JdbcClient.create(owner);
        var source = new DriverManagerDataSource(database.url(), TestDatabase.RUNTIME, TestDatabase.ROLE_PASSWORD);
        service = JdbcClient.create(source);
        purge = new PurgeService(
                new PurgeRepository(service),
                new TransactionTemplate(new JdbcTransactionManager(source)),
                new PurgeProperties(Duration.ofDays(90), Duration.ofDays(730), Duration.ofHours(1), 3),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @BeforeEach
    void empty() {
        jdbc.sql(
                        "truncate customer, customer_alias, async_operation, open_operation, skipped_operation, distribution_log,"
                                + " retailasynccustomerv2, operation_attempt, upload_session, download_session, resend, audit_entry, dead_letter, dead_letter_retry, operation_edit")
                .update();
    }

    @Test
    void forgetsAnOldOperationThatTookEffectWithItsStagingRows() {
        operation(customer("C1", 1), 1, OLD);

        assertThat(purge.run()).isEqualTo(1);
        assertThat(count("async_operation")).isZero();
        assertThat(count("retailasynccustomerv2")).isZero();
    }

    @Test
    void forgetsResendsThatWereFinishedLongAgoAndKeepsOneThatGoesOn() {
        jdbc.sql("""
                        insert into resend (id, channel_database, requested_by, requested_at, finished_at)
                        select gen_random_uuid(), 'harbor', 'somebody', :old, case when n < 8 then cast(:old as timestamptz) end
                        from generate_series(1, 8) n
                        """).param("old", Timestamp.from(OLD)).update();

        purge.run();

        assertThat(count("resend")).isEqualTo(1);
    }

    @Test
    void purgesOnlySettledDeadLetters() {
        jdbc.sql("""
                        insert into dead_letter (topic, partition, position, reason, arrived_at, settled_at)
                        select 'cdx.p-0001.dlt', 0, n, 'unreadable', :old, case when n < 8 then cast(:old as timestamptz) end
                        from generate_series(1, 8) n
                        """).param("old", Timestamp.from(OLD)).update();

        purge.run();

        assertThat(count("dead_letter")).isEqualTo(1);
    }

    @Test
    void purgesOnlyFinishedRetriesOfDeadLetters() {
        jdbc.sql("""
                        insert into dead_letter_retry (id, cause, topic, up_to, total, status, reason, started_by, started_at, finished_at)
                        select gen_random_uuid(), 'OTHER', 'cdx.p-0001', 1, 1, case when n < 8 then 'FINISHED' else 'RUNNING' end,
                          'Fixed', 'somebody', :old, case when n < 8 then cast(:old as timestamptz) end
                        from generate_series(1, 8) n
                        """).param("old", Timestamp.from(OLD)).update();

        purge.run();

        assertThat(count("dead_letter_retry")).isEqualTo(1);
    }

    @Test
    void keepsWhoChangedWhatForTwoYears() {
        jdbc.sql("""
                        insert into audit_entry (at, actor, action, subject)
                        select at, 'somebody', 'resend', 'harbor' from unnest(:times::timestamptz[]) as at
                        """)
                .param("times", new String[] {
                    NOW.minus(Duration.ofDays(729)).toString(),
                    NOW.minus(Duration.ofDays(731)).toString(),
                    NOW.minus(Duration.ofDays(800)).toString()
                })
                .update();

        purge.run();

        assertThat(count("audit_entry")).isEqualTo(1);
    }

    @Test
    void theServiceCanOnlyAppendToTheAuditTrail() {
        service.sql("insert into audit_entry (at, actor, action, subject) values (now(), 'ada', 'change', 'Channel X')")
                .update();
        for (String forbidden : List.of(
                "delete from audit_entry",
                "update audit_entry set actor = 'bob'",
                "truncate audit_entry",
                "alter table audit_entry disable trigger all",
                "drop table audit_entry")) {
            assertThatThrownBy(() -> service.sql(forbidden).update())
                    .as(forbidden)
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
        assertThat(service.sql("select actor from audit_entry")
                        .query(String.class)
                        .list())
                .containsExactly("ada");
    }

    @Test
    void thePurgeDeletesNoRecentEntryWhateverItIsAskedFor() {
        service.sql("insert into audit_entry (at, actor, action, subject) values (now(), 'ada', 'change', 'Channel X')")
                .update();
        service.sql("select purge_audit_entries(now() + interval '1 day', 1000)")
                .query(Long.class)
                .single();
        assertThat(count("audit_entry")).isEqualTo(1);
    }

    @Test
    void anInstallationWithOneRolePurgesToo() {
        TestDatabase database = TestDatabase.fresh("onerole");
        var source = new DriverManagerDataSource(database.url(), database.user(), database.password());
        Flyway.configure().dataSource(source).load().migrate();
        JdbcClient one = JdbcClient.create(source);
        one.sql("insert into audit_entry (at, actor, action, subject) values ('2020-01-01', 'ada', 'change', 'X')")
                .update();

        assertThat(new PurgeRepository(one).purgeAudit(NOW, 10)).isEqualTo(1);
        assertThat(one.sql("select count(*) from audit_entry").query(Long.class).single())
                .isZero();
    }

    @Test
    void theServiceIsNoSuperuserAndOwnsNothing() {
        assertThat(service.sql(
                                "select rolsuper or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(service.sql("select relname from pg_class where relowner = current_user::text::regrole")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void keepsAnOperationThatDidNotTakeEffect() {
        operation(customer("C1", 1), 2, OLD);
        operation(UUID.randomUUID(), 1, OLD);

        assertThat(purge.run()).isZero();
    }

    @Test
    void keepsAnOperationThatIsOpen() {
        operation(customer("C1", 1), 1, OLD);
        jdbc.sql("""
                        insert into open_operation (recid, async_customer_id, channel_database, operation_number, status, next_attempt_at)
                        select recid, async_customer_id, channel_database, operation_number, 'FAILED', now() from async_operation
                        """).update();

        assertThat(purge.run()).isZero();
    }

    @Test
    void keepsAnOperationNotYetPublishedToTheChannels() {
        operation(customer("C1", 1), 1, OLD);
        jdbc.sql("""
                        insert into distribution_log (id, aggregatetype, aggregateid, aggregateversion, type, created_at)
                        values (gen_random_uuid(), 'cdx.1010', 'C1', 1, 'CUSTOMER', now())
                        """).update();

        assertThat(purge.run()).isZero();
    }

    @Test
    void keepsWhatIsYoung() {
        operation(customer("C1", 1), 1, YOUNG);

        assertThat(purge.run()).isZero();
    }

    @Test
    void findsTheCustomerOfALinkedId() {
        UUID linked = UUID.randomUUID();
        jdbc.sql("insert into customer_alias (alias, async_customer_id) values (?, ?)")
                .params(linked, customer("C1", 1))
                .update();
        operation(linked, 1, OLD);

        assertThat(purge.run()).isEqualTo(1);
    }

    @Test
    void goesOnBehindABatchInWhichNothingMayGo() {
        for (int i = 0; i < 7; i++) {
            operation(UUID.randomUUID(), 1, OLD);
        }
        for (int i = 0; i < 7; i++) {
            operation(customer("C" + i, 1), 1, OLD);
        }

        assertThat(purge.run()).isEqualTo(7);
        assertThat(count("async_operation")).isEqualTo(7);
    }

    private static UUID customer(String accountNumber, int applied) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into customer (async_customer_id, account_number, version, type, creation_mode, created_in_channel,
                          created_in_channel_database, created_at, converted_at, applied_operations)
                        values (?, ?, 1, 'PERSON', 'ASYNC', 'HARBOR', 'harbor', now(), now(), jsonb_build_object('harbor', ?::int))
                        """).params(id, accountNumber, applied).update();
        return id;
    }

    private static void operation(UUID customer, int number, Instant stagedAt) {
        UUID id = UUID.randomUUID();
        var at = Timestamp.from(stagedAt);
        jdbc.sql("""
                        insert into async_operation (operation_id, channel_database, channel, replication_counter, async_customer_id,
                          operation_number, kind, payload, occurred_at, uploaded_at, staged_at)
                        values (?, 'harbor', 'HARBOR', 1, ?, ?, 'CREATE_CUSTOMER', '{}', ?, ?, ?)
                        """).params(id, customer, number, at, at, at).update();
        jdbc.sql("""
                        insert into retailasynccustomerv2 (operationid, operation, custaccountasync, storerecid, originatingchannel,
                          replicationcounterfromorigin, onlineoperationcompleted, createddatetime)
                        values (?, 1, ?, 'HARBOR', 'HARBOR', 1, 1, ?)
                        """).params(id, customer.toString(), at).update();
    }

    private static long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
