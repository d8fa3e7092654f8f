package io.counterpart.hq.loyalty;

import java.time.Instant;
import java.util.List;
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

    private static final String SELECT = """
            select card_number, account_number, issued_at, request_id
            from loyalty_card
            left join customer_alias on customer_alias.alias = loyalty_card.async_customer_id
            join customer on customer.async_customer_id =
              coalesce(customer_alias.async_customer_id, loyalty_card.async_customer_id)
            """;

    private static final String FIND = SELECT + "where request_id = :request";

    private static final String OF_CUSTOMER =
            SELECT + "where customer.async_customer_id = :customer order by issued_at, card_number limit :limit";

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

    /** The cards of a customer, oldest first; several were possible in an earlier release. */
    List<LoyaltyCard> ofCustomer(UUID customer, int limit) {
        return jdbc.sql(OF_CUSTOMER)
                .param("customer", customer)
                .param("limit", limit)
                .query(LoyaltyCard.class)
                .list();
    }

    Optional<LoyaltyCard> find(UUID requestId) {
        return jdbc.sql(FIND)
                .param("request", requestId)
                .query(LoyaltyCard.class)
                .optional();
    }
}
