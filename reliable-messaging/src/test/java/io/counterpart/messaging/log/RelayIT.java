package io.counterpart.messaging.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

class RelayIT {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final RelayTestBench bench = RelayTestBench.withKeptLog();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void publishesInOrderAndMarks() {
        bench.append("one", "two", "three");

        RelayBatch batch = bench.relay("a").relayOnce();

        assertThat(bench.published()).containsExactly("one", "two", "three");
        assertThat(batch)
                .extracting(RelayBatch::read, it -> it.sent().size(), RelayBatch::refused, RelayBatch::failure)
                .containsExactly(3, 3, 0, null);
        assertThat(batch.counterTo() - batch.counterFrom()).isEqualTo(2);
        assertThat(bench.waiting()).isZero();
        assertThat(bench.relay("a").relayOnce().read()).isZero();
        assertThat(bench.jdbc.queryForObject("select count(*) from kept_log", Long.class))
                .as("a log that keeps its rows keeps them")
                .isEqualTo(3);
    }

    @Test
    void removesTheRowsOfALogThatDoesNotKeepThem() {
        try (var passing = RelayTestBench.withPassingLog()) {
            passing.append("one", "two");

            passing.relay("a").relayOnce();

            assertThat(passing.published()).containsExactly("one", "two");
            assertThat(passing.jdbc.queryForObject("select count(*) from passing_log", Long.class))
                    .isZero();
        }
    }

    @Test
    void readsNoMoreThanTheBatchHoweverLongTheLog() {
        bench.jdbc.execute("""
                insert into kept_log (id, aggregatetype, aggregateid, aggregateversion, type, payload, created_at)
                select gen_random_uuid(), 'sent', 'key', 1, 'HAPPENED', '{}', now() from generate_series(1, 20000)
                """);

        bench.jdbc.execute(
                "insert into kept_log_queue select replication_counter from kept_log order by 1 desc limit 5000");

        assertThat(plan(bench)).contains("Index Scan using kept_log_pkey").doesNotContain("Merge Join", "Hash Join");
    }

    // As after a night: analyzed while it was empty, or never, and full of rows that were sent.
    @Test
    void readsNoMoreThanTheBatchHoweverMuchWasSent() {
        try (var passing = RelayTestBench.withPassingLog()) {
            passing.jdbc.execute("""
                    insert into passing_log (id, aggregatetype, aggregateid, aggregateversion, type, payload, created_at)
                    select gen_random_uuid(), 'sent', 'key', 1, 'HAPPENED', json_build_object('a', repeat('b', 900)), now()
                    from generate_series(1, 20000)
                    """);
            passing.jdbc.execute("delete from passing_log where replication_counter < 19000");

            assertThat(plan(passing))
                    .contains("Index Scan using passing_log_pkey")
                    .doesNotContain("Seq Scan");
        }
    }

    private static String plan(RelayTestBench bench) {
        return String.join(
                "\n", bench.jdbc.queryForList("explain " + bench.log.table().pending(), String.class, 2000));
    }

    @Test
    void marksOnAPoolWithoutAutoCommitToo() {
        try (var jpaLike = RelayTestBench.withoutAutoCommit()) {
            jpaLike.append("one");

            assertThat(jpaLike.relay("a").relayOnce().sent()).hasSize(1);

            assertThat(jpaLike.waiting()).isZero();
            assertThat(jpaLike.relay("b").relayOnce().read()).isZero();
            assertThat(jpaLike.jdbc.queryForList("select owner from relay_lease", String.class))
                    .containsExactly("a");
        }
    }

    @Test
    void describesTheRecordInHeaders() {
        UUID id = UUID.randomUUID();
        var entry = new LogEntry(id, bench.topic, "key", 1, "HAPPENED", "{\"n\": 1}", TRACE, RelayTestBench.NOON);
        bench.transaction.executeWithoutResult(status -> bench.log.append(entry));

        RelayBatch batch = bench.relay("a").relayOnce();

        var record = bench.records().get(0);
        assertThat(record.key()).isEqualTo("key");
        assertThat(record.value()).asString(StandardCharsets.UTF_8).isEqualTo("{\"n\": 1}");
        var headers = new TreeMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        assertThat(headers)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_id", id.toString(),
                        "ce_type", "HAPPENED",
                        "ce_source", "/tests",
                        "ce_time", "2026-03-01T12:00:00.123456Z",
                        "ce_specversion", "1.0",
                        "replicationcounter", Long.toString(batch.counterFrom()),
                        "traceparent", TRACE));
    }

    @Test
    void sendsNullWhereTheKeyIsToBeErased() {
        var erase = new LogEntry(UUID.randomUUID(), bench.topic, "key", 1, "GONE", null, null, RelayTestBench.NOON);
        bench.transaction.executeWithoutResult(status -> bench.log.append(erase));

        bench.relay("a").relayOnce();

        assertThat(bench.records()).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("key");
            assertThat(record.value()).isNull();
        });
    }

    /** A relay that stores the highest counter it has read loses the first row here. */
    @Test
    void publishesARowWhoseTransactionCommittedAfterThatOfAHigherCounter() {
        var transactions = new JdbcTransactionManager(bench.dataSource);
        var slow = transactions.getTransaction(null);
        bench.log.append(bench.entries("first counter, last commit"));

        elsewhere(() -> bench.append("second counter, first commit"));
        elsewhere(() -> bench.relay("a").relayOnce());
        assertThat(bench.published()).containsExactly("second counter, first commit");

        transactions.commit(slow);
        bench.relay("a").relayOnce();
        assertThat(bench.published()).containsExactly("second counter, first commit", "first counter, last commit");
        assertThat(bench.waiting()).isZero();
    }

    @Test
    void takesTwoRoundTripsWhateverTheSizeOfTheBatchAndOneForTheLease() {
        String[] hundred = IntStream.range(0, 100).mapToObj(Integer::toString).toArray(String[]::new);
        Relay relay = bench.relay("a");
        bench.append(hundred);
        assertThat(bench.dataSource.statementsOf(relay::relayOnce)).hasSize(3);

        bench.append(hundred);
        List<String> statements = bench.dataSource.statementsOf(relay::relayOnce);

        assertThat(statements).as("read and mark").hasSize(2);
        assertThat(bench.published()).hasSize(200);
    }

    /** Runs on another thread, since the slow transaction is bound to this one. */
    private static void elsewhere(Runnable act) {
        CompletableFuture.runAsync(act).orTimeout(10, TimeUnit.SECONDS).join();
    }
}
