package io.counterpart.hq.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code dead_letter_retry}; {@link DeadLetterClaimRepository} counts what was done. */
@Repository
class DeadLetterRetryRepository {

    private static final String ADD = """
            insert into dead_letter_retry (id, cause, topic, up_to, total, reason, started_by, started_at)
            values (:id, :cause, :topic, :upTo, :total, :reason, left(:who, 60), cast(:at as timestamptz))
            on conflict (cause, topic) where status = 'RUNNING' do nothing
            """;

    private static final String SELECT = """
            select id, cause, topic, up_to, total, done, status, reason, started_by, started_at, finished_at
            from dead_letter_retry
            """;

    private static final String END = """
            update dead_letter_retry set status = :status, finished_at = cast(:at as timestamptz)
            where id = :id and status = 'RUNNING'
            """;

    private final JdbcClient jdbc;

    DeadLetterRetryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns false if a retry of the group is running. */
    boolean add(UUID id, DeadLetterSelection selection, int total, String reason, String who, Instant at) {
        return jdbc.sql(ADD)
                        .param("id", id)
                        .param("cause", selection.cause().name())
                        .param("topic", selection.topic())
                        .param("upTo", selection.upTo())
                        .param("total", total)
                        .param("reason", reason)
                        .param("who", who)
                        .param("at", at.toString())
                        .update()
                == 1;
    }

    Optional<DeadLetterRetry> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(DeadLetterRetryRepository::retry)
                .optional();
    }

    Optional<DeadLetterRetry> running(DeadLetterCause cause, String topic) {
        return jdbc.sql(SELECT + "where status = 'RUNNING' and cause = :cause and topic = :topic")
                .param("cause", cause.name())
                .param("topic", topic)
                .query(DeadLetterRetryRepository::retry)
                .optional();
    }

    List<DeadLetterRetry> running() {
        return jdbc.sql(SELECT + "where status = 'RUNNING'")
                .query(DeadLetterRetryRepository::retry)
                .list();
    }

    void end(UUID id, String status, Instant at) {
        jdbc.sql(END)
                .param("id", id)
                .param("status", status)
                .param("at", at.toString())
                .update();
    }

    private static DeadLetterRetry retry(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new DeadLetterRetry(
                row.getObject("id", UUID.class),
                DeadLetterCause.stored(row.getString("cause")),
                row.getString("topic"),
                row.getLong("up_to"),
                row.getInt("total"),
                row.getInt("done"),
                row.getString("status"),
                row.getString("reason"),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
