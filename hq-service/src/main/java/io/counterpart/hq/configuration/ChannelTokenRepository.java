package io.counterpart.hq.configuration;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.configuration.ChannelToken;
import io.counterpart.contract.configuration.StorefrontAccess;
import io.counterpart.contract.configuration.TokenRole;

/** Reads device tokens in the form that the channels receive. */
@Repository
class ChannelTokenRepository {

    private static final String TOKENS = """
            select token.channel, token.sha256, token.device, token.role, token.expires_at,
              case token.role when 'STOREFRONT' then coalesce(token.storefront_access, channel.storefront_access) end
                as storefront_access
            from device_token as token join channel on channel.channel = token.channel
            where token.channel = any(:channels) and token.role in ('TILL', 'STOREFRONT')
            order by token.sha256
            """;

    private final JdbcClient jdbc;

    ChannelTokenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The tokens by channel. */
    Map<String, List<ChannelToken>> of(String[] channels) {
        var tokens = new HashMap<String, List<ChannelToken>>();
        jdbc.sql(TOKENS).param("channels", channels).query(row -> {
            Timestamp expires = row.getTimestamp("expires_at");
            String access = row.getString("storefront_access");
            tokens.computeIfAbsent(row.getString("channel"), it -> new ArrayList<>())
                    .add(new ChannelToken(
                            row.getString("sha256"),
                            row.getString("device"),
                            TokenRole.valueOf(row.getString("role")),
                            expires == null ? null : expires.toInstant(),
                            access == null ? null : StorefrontAccess.valueOf(access)));
        });
        return tokens;
    }
}
