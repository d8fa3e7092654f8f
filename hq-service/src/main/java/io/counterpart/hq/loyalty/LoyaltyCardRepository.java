package io.counterpart.hq.loyalty;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.realtime.IssueLoyaltyCard;
import io.counterpart.contract.realtime.IssueLoyaltyCard.LoyaltyCard;

/** The table {@code loyalty_card}. */
@Repository
class LoyaltyCardRepository {

    // For concurrent repetitions of a request, the second transaction finds the card of the first.
    private static final String INSERT = """
            insert into loyalty_card (request_id, card_number, async_customer_id, channel, channel_database, issued_at)
            values (:request, :number, :customer, :channel, :database, :at::timestamptz)
            on conflict (request_id) do nothing
            """;

    private static final String FIND = """
            select card_number, account_number, issued_at
            from loyalty_card join customer using (async_customer_id)
            where request_id = :request
            """;

    private final JdbcClient jdbc;

    LoyaltyCardRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(IssueLoyaltyCard request, UUID customer, String number, Instant at) {
        jdbc.sql(INSERT)
                .param("request", request.requestId())
                .param("number", number)
                .param("customer", customer)
                .param("channel", request.channel())
                .param("database", request.channelDatabase())
                .param("at", at.toString())
                .update();
    }

    Optional<LoyaltyCard> find(UUID requestId) {
        return jdbc.sql(FIND)
                .param("request", requestId)
                .query(LoyaltyCard.class)
                .optional();
    }
}
