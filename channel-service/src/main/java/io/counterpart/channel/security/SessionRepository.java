package io.counterpart.channel.security;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the hashes of sessions. */
@Repository
class SessionRepository {

    // No row: the token was revoked meanwhile.
    private static final String ADD = """
            insert into browser_session (sha256, token_sha256, idle_until, expires_at)
            select :sha256, sha256, least(:idleUntil, expires_at), least(:expiresAt, expires_at)
            from device_token where sha256 = :token
            returning expires_at
            """;

    // The role is that of the token now, not that of the token when the session began. A session without a token is
    // found only if HQ revoked the token: its page has to delete its data.
    private static final String FIND = """
            select coalesce(token.channel, '') as channel, coalesce(token.device, '') as device,
              coalesce(token.role, 'TILL') as role, token.storefront_access, session.token_sha256, session.idle_until,
              least(session.expires_at, token.expires_at) as expires_at, token.sha256 is null as revoked
            from browser_session session
            left join device_token token on token.sha256 = session.token_sha256
            where session.sha256 = :sha256
              and (token.sha256 is not null
                or exists (select from revoked_token where revoked_token.sha256 = session.token_sha256))
            """;

    private static final String EXTEND = """
            update browser_session set idle_until = least(:idleUntil, expires_at)
            where sha256 = :sha256 and idle_until > :now
            """;

    private final JdbcClient jdbc;

    SessionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns when the session ends at the latest; empty: the token does not exist any more. */
    Optional<Instant> add(String sha256, String token, Instant idleUntil, Instant expiresAt) {
        return jdbc.sql(ADD)
                .param("sha256", sha256)
                .param("token", token)
                .param("idleUntil", Timestamp.from(idleUntil))
                .param("expiresAt", Timestamp.from(expiresAt))
                .query((row, n) -> row.getTimestamp("expires_at").toInstant())
                .optional();
    }

    Optional<StoredSession> find(String sha256) {
        return jdbc.sql(FIND)
                .param("sha256", sha256)
                .query((row, n) -> new StoredSession(
                        new Caller(
                                row.getString("channel"),
                                row.getString("device"),
                                DeviceTokenRepository.role(row),
                                row.getString("token_sha256"),
                                null),
                        row.getTimestamp("idle_until").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getBoolean("revoked")))
                .optional();
    }

    /** Moves the idle end of a session that has not ended. */
    void extend(String sha256, Instant idleUntil, Instant now) {
        jdbc.sql(EXTEND)
                .param("sha256", sha256)
                .param("idleUntil", Timestamp.from(idleUntil))
                .param("now", Timestamp.from(now))
                .update();
    }

    boolean remove(String sha256) {
        return jdbc.sql("delete from browser_session where sha256 = :sha256")
                        .param("sha256", sha256)
                        .update()
                > 0;
    }
}
