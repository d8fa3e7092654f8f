package io.counterpart.hq.deadletter;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.hq.messaging.MessageJson;

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
            select id, topic, partition, position, key, value, cause, reason, channel_database, channel, arrived_at, status,
              settled_by, settled_at, settled_because
            from dead_letter
            """;

    private static final String LIST = SELECT + """
            where id %s :position and (:all or status = 'OPEN')
              and (cast(:cause as text) is null or cause = :cause) and (cast(:topic as text) is null or topic = :topic)
            order by id %s limit :limit
            """;

    private static final String NEWEST_FIRST = LIST.formatted("<", "desc");
    private static final String OLDEST_FIRST = LIST.formatted(">", "asc");

    private static final String SETTLE = """
            update dead_letter set status = :status, settled_by = :who, settled_at = cast(:at as timestamptz), settled_because = :why
            where id = :id and status = 'OPEN'
              and (coalesce(claimed_until <= cast(:at as timestamptz), true) or retry_claim = cast(:claim as uuid))
            """;

    private final JdbcClient jdbc;
    private final MessageJson json;

    DeadLetterRepository(JdbcClient jdbc, MessageJson json) {
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

    /**
     * Reads in one direction from a position on.
     *
     * @param position the ID behind which the list begins, in its order
     */
    List<DeadLetter> list(DeadLetterFilter filter, boolean oldestFirst, long position, int limit) {
        return jdbc.sql(oldestFirst ? OLDEST_FIRST : NEWEST_FIRST)
                .param("position", position)
                .param("all", filter.all())
                .param("cause", filter.cause() == null ? null : filter.cause().name())
                .param("topic", filter.topic())
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
                DeadLetterCause.stored(row.getString("cause")),
                row.getString("reason"),
                row.getString("channel_database"),
                row.getString("channel"),
                row.getTimestamp("arrived_at").toInstant(),
                row.getString("status"),
                row.getString("settled_by"),
                settled == null ? null : settled.toInstant(),
                row.getString("settled_because"));
    }

    /**
     * Returns false if the dead letter was not open, or if another retry is publishing it.
     *
     * @param claim of the retry that published it; null: it was not published
     */
    boolean settle(long id, @Nullable UUID claim, Settlement settlement) {
        return jdbc.sql(SETTLE)
                        .param("id", id)
                        .param("claim", claim)
                        .param("status", settlement.status())
                        .param("who", settlement.who())
                        .param("why", settlement.why())
                        .param("at", settlement.at().toString())
                        .update()
                == 1;
    }

    /** The position of a record in its original topic. */
    record RecordPosition(String topic, int partition, long position) {}

    /** Who resolved a dead letter, how, why and when. */
    record Settlement(String status, String who, String why, Instant at) {}
}
