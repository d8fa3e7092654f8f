package io.counterpart.channel.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.configuration.ChannelToken;
import io.counterpart.contract.configuration.StorefrontAccess;
import io.counterpart.contract.configuration.TokenRole;

/** The table of token hashes. */
@Repository
class DeviceTokenRepository {

    // One statement for both tables: an unknown token costs no more than before.
    private static final String FIND = """
            select channel, device, role, storefront_access, expires_at, false as revoked
            from device_token where sha256 = ?
            union all
            select '', '', 'TILL', null, null, true from revoked_token where sha256 = ?
            order by revoked
            limit 1
            """;

    private static final String REMEMBER_REVOKED = """
            insert into revoked_token (sha256, revoked_at) values (?, ?) on conflict (sha256) do nothing
            """;

    private static final String REMOVE = "delete from device_token where channel = ?";
    private static final String ADD = """
            insert into device_token (sha256, channel, device, role, expires_at, storefront_access) values (?, ?, ?, ?, ?, ?)
            on conflict (sha256) do update
            set channel = excluded.channel, device = excluded.device, role = excluded.role,
              expires_at = excluded.expires_at, storefront_access = excluded.storefront_access
            """;

    private final JdbcTemplate jdbc;

    DeviceTokenRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StoredToken> find(String sha256) {
        return jdbc
                .query(
                        FIND,
                        (row, n) -> new StoredToken(
                                new Caller(row.getString("channel"), row.getString("device"), role(row), sha256, null),
                                instant(row.getTimestamp("expires_at")),
                                row.getBoolean("revoked")),
                        sha256,
                        sha256)
                .stream()
                .findFirst();
    }

    /** Returns the channel and the device of the token, if there was one. */
    List<String> remove(String sha256) {
        return jdbc.queryForList(
                "delete from device_token where sha256 = ? returning channel || '/' || device", String.class, sha256);
    }

    /** Stores that HQ revoked the token, and deletes what was stored so before the other time. */
    void rememberRevoked(String sha256, Instant at, Instant keptSince) {
        jdbc.update("delete from revoked_token where revoked_at < ?", Timestamp.from(keptSince));
        jdbc.update(REMEMBER_REVOKED, sha256, Timestamp.from(at));
    }

    /** Those of the tokens that are valid at that time. */
    Set<String> valid(Set<String> tokens, Instant at) {
        return Set.copyOf(jdbc.queryForList(
                "select sha256 from device_token where sha256 = any(?) and (expires_at is null or expires_at > ?)",
                String.class,
                tokens.toArray(String[]::new),
                Timestamp.from(at)));
    }

    void replace(String channel, List<ChannelToken> tokens) {
        jdbc.update(REMOVE, channel);
        jdbc.batchUpdate(ADD, tokens, 500, (insert, token) -> {
            insert.setString(1, token.sha256());
            insert.setString(2, channel);
            insert.setString(3, token.device());
            insert.setString(4, token.role().name());
            insert.setTimestamp(5, token.expiresAt() == null ? null : Timestamp.from(token.expiresAt()));
            insert.setString(
                    6,
                    token.storefrontAccess() == null
                            ? null
                            : token.storefrontAccess().name());
        });
    }

    /** Reads {@code role} and {@code storefront_access}. */
    static CallerRole role(ResultSet row) throws SQLException {
        String access = row.getString("storefront_access");
        return CallerRole.of(
                TokenRole.valueOf(row.getString("role")), access == null ? null : StorefrontAccess.valueOf(access));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
