package io.counterpart.hq.device;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads tokens, channels and channel databases for the page. */
@Repository
class TokenReadRepository {

    private static final String TOKENS = """
            select token.sha256, token.device, token.role, token.channel, token.channel_database, token.expires_at,
              token.created_at, token.last_used_at,
              token.role in ('CHANNEL_DATABASE', 'HQ_API') used_at_hq,
              token.role in ('CHANNEL_DATABASE', 'HQ_API')
                and coalesce(token.last_used_at, token.use_recorded_since) < now() - interval '90 days' unused,
              coalesce(token.expires_at < now(), false) expired,
              case token.role when 'STOREFRONT' then coalesce(token.storefront_access, channel.storefront_access) end
                storefront_access
            from device_token token left join channel on channel.channel = token.channel
            order by token.device
            """;

    private final JdbcClient jdbc;

    TokenReadRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TokenRow> tokens() {
        return jdbc.sql(TOKENS).query(TokenRow.class).list();
    }

    List<ChannelName> channels() {
        return jdbc.sql("select channel from channel order by 1")
                .query(ChannelName.class)
                .list();
    }

    List<DatabaseName> databases() {
        return jdbc.sql("select name from channel_database order by 1")
                .query(DatabaseName.class)
                .list();
    }

    /** A channel that a till or storefront can belong to. */
    record ChannelName(String channel) {}

    /** A channel database. */
    record DatabaseName(String name) {}

    /**
     * A token, of which only the hash is stored.
     *
     * @param lastUsedAt exact to the minute; null: not since HQ records it
     * @param usedAtHq whether HQ accepts it; tokens of tills and storefronts are used at their channel
     * @param unused whether HQ has not accepted it for 90 days
     */
    record TokenRow(
            String sha256,
            String device,
            String role,
            @Nullable String channel,
            @Nullable String channelDatabase,
            @Nullable Instant expiresAt,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            boolean usedAtHq,
            boolean unused,
            boolean expired,
            @Nullable String storefrontAccess) {}
}
