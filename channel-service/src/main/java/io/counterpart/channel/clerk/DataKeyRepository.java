package io.counterpart.channel.clerk;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of data keys by the token of the till. */
@Repository
class DataKeyRepository {

    // Two sign-ins at once agree on one key; a token that is revoked meanwhile gets none.
    private static final String ADD = """
            insert into till_data_key (token_sha256, data_key, created_at)
            select sha256, :key, :now from device_token
            where sha256 = :token
              and not exists (select from revoked_token where revoked_token.sha256 = device_token.sha256)
            on conflict (token_sha256) do nothing
            """;

    private final JdbcClient jdbc;

    DataKeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<byte[]> find(String token) {
        return jdbc.sql("select data_key from till_data_key where token_sha256 = :token")
                .param("token", token)
                .query(byte[].class)
                .optional();
    }

    void add(String token, byte[] key, Instant now) {
        jdbc.sql(ADD)
                .param("token", token)
                .param("key", key)
                .param("now", Timestamp.from(now))
                .update();
    }

    void remove(String token) {
        jdbc.sql("delete from till_data_key where token_sha256 = :token")
                .param("token", token)
                .update();
    }
}
