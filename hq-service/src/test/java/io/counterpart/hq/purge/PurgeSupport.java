package io.counterpart.hq.purge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.hq.till.TillProperties;
import io.counterpart.testsupport.TestDatabase;

/** Base class of tests of the purge, with the two database roles of an installation. */
abstract class PurgeSupport {

    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static JdbcClient jdbc;
    static JdbcClient service;
    static PurgeService purge;

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
                new TillProperties(Duration.ofDays(2), Duration.ofHours(1), Duration.ofMinutes(5), Duration.ofDays(30)),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @BeforeEach
    void empty() {
        jdbc.sql(
                        "truncate customer, customer_alias, async_operation, open_operation, skipped_operation, distribution_log,"
                                + " retailasynccustomerv2, operation_attempt, upload_session, download_session, resend, audit_entry, dead_letter,"
                                + " dead_letter_retry, operation_edit, alert, alert_delivery, statistics_sample, till")
                .update();
    }

    static UUID customer(String accountNumber, int applied) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into customer (async_customer_id, account_number, version, type, creation_mode, created_in_channel,
                          created_in_channel_database, created_at, converted_at, applied_operations)
                        values (?, ?, 1, 'PERSON', 'ASYNC', 'HARBOR', 'harbor', now(), now(), jsonb_build_object('harbor', ?::int))
                        """).params(id, accountNumber, applied).update();
        return id;
    }

    static long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
