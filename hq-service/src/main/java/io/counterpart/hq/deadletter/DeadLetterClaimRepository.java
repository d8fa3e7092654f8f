package io.counterpart.hq.deadletter;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.hq.messaging.MessageJson;

/** The claims of dead letters: while one retry publishes a dead letter, no other retry takes it. */
@Repository
class DeadLetterClaimRepository {

    // Longer than publishing takes, so that it ends only the claims of an instance that has died.
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final String CLAIM_ONE = """
            update dead_letter set retry_claim = :claim, claimed_until = cast(:until as timestamptz)
            where id = :id and status = 'OPEN' and coalesce(claimed_until <= cast(:at as timestamptz), true)
            returning id, topic, key, value, headers
            """;

    private static final String CLAIM = """
            update dead_letter set retry_claim = :claim, claimed_until = cast(:until as timestamptz)
            where id in (
              select id from dead_letter
              where status = 'OPEN' and cause = :cause and topic = :topic and id > :after and id <= :upTo
                and coalesce(claimed_until <= cast(:at as timestamptz), true)
                and exists (select from dead_letter_retry as retry where retry.id = :retry and retry.status = 'RUNNING')
              order by id limit :limit for update skip locked)
            returning id, topic, key, value, headers
            """;

    // A dead letter whose claim has passed to another retry is not counted twice.
    private static final String SETTLE = """
            with settled as (
              update dead_letter set status = 'RETRIED', settled_by = left(:who, 40), settled_at = cast(:at as timestamptz),
                settled_because = :why
              where id = any(:ids) and retry_claim = :claim and status = 'OPEN'
              returning 1)
            update dead_letter_retry set done = done + (select count(*) from settled) where id = :retry
            """;

    private static final String RELEASE = """
            update dead_letter set retry_claim = null, claimed_until = null where retry_claim = :claim and status = 'OPEN'
            """;

    private final JdbcClient jdbc;
    private final MessageJson json;

    DeadLetterClaimRepository(JdbcClient jdbc, MessageJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The record of an open dead letter as its sender sent it; empty if it is resolved or claimed. */
    SortedMap<Long, ProducerRecord<String, byte[]>> claim(long id, UUID claim, Instant at) {
        return claimed(jdbc.sql(CLAIM_ONE).param("id", id), claim, at);
    }

    /** The next records of a running retry in the order of their IDs; empty when the retry has ended. */
    SortedMap<Long, ProducerRecord<String, byte[]>> claim(
            DeadLetterRetry retry, long after, int limit, UUID claim, Instant at) {
        JdbcClient.StatementSpec statement = jdbc.sql(CLAIM)
                .param("cause", retry.cause().name())
                .param("topic", retry.topic())
                .param("after", after)
                .param("upTo", retry.upTo())
                .param("retry", retry.id())
                .param("limit", limit);
        return claimed(statement, claim, at);
    }

    private SortedMap<Long, ProducerRecord<String, byte[]>> claimed(
            JdbcClient.StatementSpec statement, UUID claim, Instant at) {
        var records = new TreeMap<Long, ProducerRecord<String, byte[]>>();
        statement
                .param("claim", claim)
                .param("at", at.toString())
                .param("until", at.plus(LEASE).toString())
                .query(row -> {
                    records.put(row.getLong("id"), record(row));
                });
        return records;
    }

    private ProducerRecord<String, byte[]> record(ResultSet row) throws SQLException {
        var record = new ProducerRecord<>(row.getString("topic"), row.getString("key"), row.getBytes("value"));
        String headers = row.getString("headers");
        if (headers != null) {
            json.tree(headers)
                    .propertyStream()
                    .forEach(it -> record.headers()
                            .add(it.getKey(), it.getValue().asString().getBytes(StandardCharsets.UTF_8)));
        }
        return record;
    }

    /** Marks what was published, and counts it in the retry. */
    void settle(DeadLetterRetry retry, Collection<Long> published, UUID claim, Instant at) {
        jdbc.sql(SETTLE)
                .param("who", retry.startedBy())
                .param("why", retry.reason())
                .param("at", at.toString())
                .param("ids", published.toArray(Long[]::new))
                .param("claim", claim)
                .param("retry", retry.id())
                .update();
    }

    /** Lets others retry or discard what was claimed and not published. */
    void release(UUID claim) {
        jdbc.sql(RELEASE).param("claim", claim).update();
    }
}
