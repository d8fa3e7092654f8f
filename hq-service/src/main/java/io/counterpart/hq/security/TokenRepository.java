package io.counterpart.hq.security;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the tokens that are currently valid. */
@Repository
class TokenRepository {

    private static final String FIND = """
            select device, role, channel_database, sha256 as token
            from device_token
            where sha256 = :hash and (expires_at is null or expires_at > now())
            """;

    private final JdbcClient jdbc;

    TokenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Caller> find(String hash) {
        return jdbc.sql(FIND).param("hash", hash).query(Caller.class).optional();
    }
}
