package io.counterpart.channel.clerk;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of attempts to sign in since the last success, by till and clerk. */
@Repository
class SignInAttemptRepository {

    // One statement counts and blocks: of any number of parallel guesses, no more than the policy permits go on. A new
    // PIN starts over, so that a clerk who had to get one need not wait.
    private static final String COUNT = """
            insert into clerk_sign_in_attempt as known (token_sha256, clerk, pin_set_at, attempts, blocked_until)
            values (:token, :clerk, :pinSetAt, 1, :now::timestamptz + make_interval(secs => (:pauses::integer[])[1]))
            on conflict (token_sha256, clerk) do update
            set pin_set_at = excluded.pin_set_at,
              attempts = case when known.pin_set_at = excluded.pin_set_at then known.attempts + 1 else 1 end,
              blocked_until = :now::timestamptz + make_interval(secs => (:pauses::integer[])[
                case when known.pin_set_at = excluded.pin_set_at
                  then least(known.attempts + 1, cardinality(:pauses::integer[])) else 1 end])
            where known.blocked_until <= :now::timestamptz or known.pin_set_at <> excluded.pin_set_at
            returning blocked_until
            """;

    private static final String BLOCKED_UNTIL = """
            select blocked_until from clerk_sign_in_attempt where token_sha256 = :token and clerk = :clerk
            """;

    private final JdbcClient jdbc;

    SignInAttemptRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts an attempt, and returns when the next one is permitted; empty: this one is not permitted yet. */
    Optional<Instant> count(String token, StoredClerk clerk, Instant now) {
        return jdbc.sql(COUNT)
                .param("token", token)
                .param("clerk", clerk.id())
                .param("pinSetAt", Timestamp.from(clerk.pinSetAt()))
                .param("now", Timestamp.from(now))
                .param("pauses", SignInPauses.seconds())
                .query((row, n) -> row.getTimestamp("blocked_until").toInstant())
                .optional();
    }

    /** When the next attempt is permitted; empty: at once. */
    Optional<Instant> blockedUntil(String token, StoredClerk clerk) {
        return jdbc.sql(BLOCKED_UNTIL)
                .param("token", token)
                .param("clerk", clerk.id())
                .query((row, n) -> row.getTimestamp("blocked_until").toInstant())
                .optional();
    }

    void forget(String token, StoredClerk clerk) {
        jdbc.sql("delete from clerk_sign_in_attempt where token_sha256 = :token and clerk = :clerk")
                .param("token", token)
                .param("clerk", clerk.id())
                .update();
    }
}
