package io.counterpart.hq.deadletter;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.hq.topics.WireJson;

/** The table {@code dead_letter}. */
@Repository
class DeadLetterRepository {

    // Unique by the position in the original topic, so that a redelivered record is stored once.
    private static final String ADD = """
            insert into dead_letter (topic, partition, position, key, value, headers, reason, arrived_at)
            values (:topic, :partition, :position, cast(:key as text), cast(:value as bytea), cast(:headers as jsonb),
              :reason, cast(:at as timestamptz))
            on conflict do nothing
            """;

    private static final String SELECT = """
            select id, topic, partition, position, key, value, reason, arrived_at, status, settled_by, settled_at, settled_because
            from dead_letter
            """;

    private static final String SETTLE = """
            update dead_letter set status = :status, settled_by = :who, settled_at = cast(:at as timestamptz), settled_because = :why
            where id = :id and status = 'OPEN'
            """;

    private final JdbcClient jdbc;
    private final WireJson json;

    DeadLetterRepository(JdbcClient jdbc, WireJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(
            RecordPosition place,
            @Nullable String key,
            byte @Nullable [] value,
            Map<String, String> headers,
            String reason,
            Instant at) {
        jdbc.sql(ADD)
                .param("topic", place.topic())
                .param("partition", place.partition())
                .param("position", place.position())
                .param("key", key)
                .param("value", value)
                .param("headers", json.write(headers))
                .param("reason", reason)
                .param("at", at.toString())
                .update();
    }

    List<DeadLetter> list(boolean openOnly, long before, int limit) {
        return jdbc.sql(SELECT + "where id < :before and (not :open or status = 'OPEN') order by id desc limit :limit")
                .param("before", before)
                .param("open", openOnly)
                .param("limit", limit)
                .query(DeadLetterRepository::letter)
                .list();
    }

    Optional<DeadLetter> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(DeadLetterRepository::letter)
                .optional();
    }

    /** The record as its sender sent it, the value byte for byte. */
    ProducerRecord<String, byte[]> record(long id) {
        return jdbc.sql("select topic, key, value, headers from dead_letter where id = :id")
                .param("id", id)
                .query((row, number) -> record(row))
                .single();
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

    private static DeadLetter letter(ResultSet row, int number) throws SQLException {
        byte[] value = row.getBytes("value");
        Timestamp settled = row.getTimestamp("settled_at");
        return new DeadLetter(
                row.getLong("id"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("position"),
                row.getString("key"),
                value == null ? "" : new String(value, StandardCharsets.UTF_8),
                row.getString("reason"),
                row.getTimestamp("arrived_at").toInstant(),
                row.getString("status"),
                row.getString("settled_by"),
                settled == null ? null : settled.toInstant(),
                row.getString("settled_because"));
    }

    /** Returns false if the dead letter was not open. */
    boolean settle(long id, String status, String who, String why, Instant at) {
        return jdbc.sql(SETTLE)
                        .param("id", id)
                        .param("status", status)
                        .param("who", who)
                        .param("why", why)
                        .param("at", at.toString())
                        .update()
                == 1;
    }

    /** The position of a record in its original topic. */
    record RecordPosition(String topic, int partition, long position) {}
}
