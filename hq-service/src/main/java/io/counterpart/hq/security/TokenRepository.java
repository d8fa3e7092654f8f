package io.counterpart.hq.security;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.configuration.TokenRole;

/** Reads the tokens that are currently valid, and records their use. */
@Repository
class TokenRepository {

    private static final String FIND = """
            select device, role, channel_database, sha256 as token,
              coalesce(last_used_at <= now() - interval '1 minute', true) as use_unrecorded
            from device_token
            where sha256 = :hash and (expires_at is null or expires_at > now())
            """;

    // A use in every minute is enough. A row that another request is updating is skipped: it records the same use.
    private static final String RECORD_USE = """
            update device_token set last_used_at = now()
            where sha256 in (
              select sha256 from device_token
              where sha256 = :hash and coalesce(last_used_at <= now() - interval '1 minute', true)
              for update skip locked)
            """;

    private final JdbcClient jdbc;

    TokenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ValidToken> find(String hash) {
        return jdbc.sql(FIND).param("hash", hash).query(ValidToken.class).optional();
    }

    /** Records that the token is in use, unless that was recorded within the last minute. */
    void recordUse(String hash) {
        jdbc.sql(RECORD_USE).param("hash", hash).update();
    }

    /** A valid token. */
    record ValidToken(
            String device, TokenRole role, @Nullable String channelDatabase, String token, boolean useUnrecorded) {

        Caller caller() {
            return new Caller(device, role, channelDatabase, token);
        }
    }
}
