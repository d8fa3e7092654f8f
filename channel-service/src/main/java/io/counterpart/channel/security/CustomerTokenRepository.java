package io.counterpart.channel.security;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table of the hashes of customers' tokens. */
@Repository
class CustomerTokenRepository {

    // No row: the token of the storefront was revoked while the customer signed in.
    private static final String ADD = """
            insert into customer_token (sha256, async_customer_id, storefront_token, expires_at)
            select ?, ?, sha256, least(?, expires_at) from device_token where sha256 = ?
            returning expires_at
            """;

    // HQ may have linked the customer to another one since.
    private static final String FIND = """
            select storefront.channel, storefront.device, least(token.expires_at, storefront.expires_at) as expires_at,
              coalesce(linked.async_customer_id, token.async_customer_id) as customer
            from customer_token token
            join device_token storefront on storefront.sha256 = token.storefront_token and storefront.role = 'STOREFRONT'
            left join customer_alias linked on linked.alias = token.async_customer_id::text
            where token.sha256 = ?
            """;

    private final JdbcTemplate jdbc;

    CustomerTokenRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns when the token expires; empty: the storefront's token does not exist any more. */
    Optional<Instant> add(String sha256, UUID customer, String storefrontToken, Instant until) {
        return jdbc
                .query(
                        ADD,
                        (row, n) -> row.getTimestamp("expires_at").toInstant(),
                        sha256,
                        customer,
                        Timestamp.from(until),
                        storefrontToken)
                .stream()
                .findFirst();
    }

    Optional<StoredToken> find(String sha256) {
        return jdbc
                .query(
                        FIND,
                        (row, n) -> new StoredToken(
                                new Caller(
                                        row.getString("channel"),
                                        row.getString("device"),
                                        CallerRole.CUSTOMER,
                                        sha256,
                                        row.getObject("customer", UUID.class)),
                                row.getTimestamp("expires_at").toInstant()),
                        sha256)
                .stream()
                .findFirst();
    }
}
