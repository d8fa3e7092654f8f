package io.counterpart.messaging.log;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariDataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.messaging.BatchSpans;
import io.counterpart.messaging.KafkaBench;
import io.counterpart.messaging.RecordSender;
import io.counterpart.messaging.RecordSigner;
import io.counterpart.testsupport.TestDatabase;

/** An operation log in its own database, its own topic, and any number of relays on them. */
final class RelayTestBench implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final CountingDataSource dataSource;
    final JdbcTemplate jdbc;
    final TransactionTemplate transaction;
    final LogTable table;
    final OperationLog log;
    final String topic = "log-%d-%d".formatted(ProcessHandle.current().pid(), NUMBER.incrementAndGet());

    private final HikariDataSource pool = new HikariDataSource();

    private RelayTestBench(LogTable table, boolean autoCommit) {
        TestDatabase database = TestDatabase.fresh("log");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(6);
        pool.setAutoCommit(autoCommit);
        new ResourceDatabasePopulator(new ClassPathResource("logs.sql")).execute(pool);
        dataSource = new CountingDataSource(pool);
        jdbc = new JdbcTemplate(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.table = table;
        log = new OperationLog(table, jdbc);
        KafkaBench.createTopic(topic);
    }

    static RelayTestBench withKeptLog() {
        return new RelayTestBench(LogTable.kept("kept_log", "kept_log_queue"), true);
    }

    static RelayTestBench withPassingLog() {
        return new RelayTestBench(LogTable.transientLog("passing_log"), true);
    }

    /** The pool as services with JPA configure it. */
    static RelayTestBench withoutAutoCommit() {
        return new RelayTestBench(LogTable.kept("kept_log", "kept_log_queue"), false);
    }

    Relay relay(String owner) {
        return relay(owner, KafkaBench.producer());
    }

    Relay relay(String owner, Producer<String, byte[]> producer) {
        return relay(producer, settings(owner));
    }

    Relay relay(String owner, RecordSender sender) {
        return new RelayFactory(jdbc, transaction, sender, RecordSigner.NONE, BatchSpans.NONE, Clock.systemUTC())
                .relay(log, settings(owner));
    }

    Relay relay(Producer<String, byte[]> producer, RelaySettings settings) {
        return new RelayFactory(
                        jdbc,
                        transaction,
                        new RecordSender(() -> producer),
                        RecordSigner.NONE,
                        BatchSpans.NONE,
                        Clock.systemUTC())
                .relay(log, settings);
    }

    Relay relay(String owner, Producer<String, byte[]> producer, LeaseLossListener overtaken) {
        return new RelayFactory(
                        jdbc,
                        transaction,
                        new RecordSender(() -> producer),
                        RecordSigner.NONE,
                        BatchSpans.NONE,
                        Clock.systemUTC())
                .relay(log, settings(owner), overtaken);
    }

    static RelaySettings settings(String owner) {
        return new RelaySettings(
                "test-relay", "/tests", owner, 100, Duration.ofHours(1), Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    /** Appends these rows in one committed transaction, all with one key, numbered from 1. */
    void append(String... payloads) {
        transaction.executeWithoutResult(status -> log.append(entries(payloads)));
    }

    List<LogEntry> entries(String... payloads) {
        var number = new AtomicInteger();
        return List.of(payloads).stream()
                .map(payload -> entry(number.incrementAndGet(), payload))
                .toList();
    }

    LogEntry entry(long version, String payload) {
        return new LogEntry(UUID.randomUUID(), topic, "one", version, "HAPPENED", quoted(payload), null, NOON);
    }

    /** The records currently on the topic, in order, as the appended texts. */
    List<String> published() {
        return records().stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .map(json -> json.substring(1, json.length() - 1))
                .toList();
    }

    List<ConsumerRecord<String, byte[]>> records() {
        return KafkaBench.everythingOn(topic);
    }

    long waiting() {
        return log.depth().waiting();
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    @Override
    public void close() {
        pool.close();
    }
}
