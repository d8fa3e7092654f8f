package io.counterpart.channel.loyalty;

import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.realtime.IssueLoyaltyCard.LoyaltyCard;

/** The table {@code loyalty_card}: the cards that were issued through this channel database, for the search. */
@Repository
class LoyaltyCardRepository {

    // HQ answers a repeated request with the same card; after a restore it may give the number to another customer.
    private static final String STORE = """
            insert into loyalty_card (card_number, async_customer_id, issued_at)
            values (:card, :customer, :issuedAt)
            on conflict (card_number) do update
            set async_customer_id = excluded.async_customer_id, issued_at = excluded.issued_at
            """;

    private final JdbcClient jdbc;

    LoyaltyCardRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void store(LoyaltyCard card, UUID customer) {
        jdbc.sql(STORE)
                .param("card", card.cardNumber())
                .param("customer", customer)
                .param("issuedAt", card.issuedAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
