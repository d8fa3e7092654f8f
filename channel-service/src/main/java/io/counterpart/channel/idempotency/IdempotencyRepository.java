package io.counterpart.channel.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.channel.idempotency.KeyReservation.State;

/** The table of idempotency keys; one statement reserves a key, and its conditions decide which attempt may run. */
@Repository
class IdempotencyRepository {

    // An attempt without a stored response (a crash, a 5xx) leaves its lock to expire or releases it; then the next
    // attempt of the same request takes over, with the same request_id.
    private static final String RESERVE = """
            insert into idempotency_key as known (channel, key, request_hash, request_id, locked_until, created_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (channel, key) do update
            set locked_until = excluded.locked_until
            where known.status is null
              and known.request_hash = excluded.request_hash
              and (known.locked_until is null or known.locked_until < excluded.created_at)
            returning request_id
            """;

    private static final String FIND =
            "select request_hash, request_id, status, headers, body from idempotency_key where channel = ? and key = ?";

    private static final String SAVE = """
            update idempotency_key set status = ?, headers = ?::jsonb, body = ?, locked_until = null
            where channel = ? and key = ?
            """;

    private static final String RELEASE =
            "update idempotency_key set locked_until = null where channel = ? and key = ? and status is null";

    private static final String PURGE = """
            delete from idempotency_key
            where (channel, key) in (
              select channel, key from idempotency_key where created_at < ? limit ? for update skip locked)
            """;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    IdempotencyRepository(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    KeyReservation reserve(IdempotencyKey key, UUID freshId, Instant now, Instant lockedUntil) {
        return jdbc
                .queryForList(
                        RESERVE,
                        UUID.class,
                        key.channel(),
                        key.key(),
                        key.requestHash(),
                        freshId,
                        Timestamp.from(lockedUntil),
                        Timestamp.from(now))
                .stream()
                .findFirst()
                .map(id -> new KeyReservation(id, id.equals(freshId) ? State.FIRST : State.AGAIN, null))
                .orElseGet(() -> find(key));
    }

    void save(IdempotencyKey key, StoredResponse answer) {
        String headers = json.writeValueAsString(answer.headers());
        jdbc.update(SAVE, answer.status(), headers, answer.body(), key.channel(), key.key());
    }

    void release(IdempotencyKey key) {
        jdbc.update(RELEASE, key.channel(), key.key());
    }

    /** Deletes at most {@code most} keys, and returns how many it deleted. */
    int purge(Instant olderThan, int most) {
        return jdbc.update(PURGE, Timestamp.from(olderThan), most);
    }

    private KeyReservation find(IdempotencyKey key) {
        return jdbc.query(FIND, (row, n) -> read(row, key), key.channel(), key.key()).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A key was purged while it was used"));
    }

    private KeyReservation read(ResultSet row, IdempotencyKey key) throws SQLException {
        UUID id = row.getObject("request_id", UUID.class);
        if (!row.getString("request_hash").equals(key.requestHash())) {
            return new KeyReservation(id, State.OTHER_REQUEST, null);
        }
        int status = row.getInt("status");
        return status == 0
                ? new KeyReservation(id, State.RUNNING, null)
                : new KeyReservation(
                        id,
                        State.ANSWERED,
                        new StoredResponse(status, headers(row.getString("headers")), row.getString("body")));
    }

    private Map<String, String> headers(String stored) {
        return json.readValue(stored, new TypeReference<>() {});
    }
}
