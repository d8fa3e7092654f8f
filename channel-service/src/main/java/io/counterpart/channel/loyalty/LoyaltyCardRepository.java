package io.counterpart.channel.loyalty;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.realtime.IssueLoyaltyCard.LoyaltyCard;

/**
 * The table {@code loyalty_card}: the cards that were issued or listed through this channel database, for the search and
 * while HQ is away.
 */
@Repository
class LoyaltyCardRepository {

    // HQ answers a repeated request with the same card; after a restore it may give the number to another customer.
    private static final String STORE = """
            insert into loyalty_card (card_number, async_customer_id, issued_at)
            select card, :customer, issued_at from unnest(:cards::text[], :times::timestamptz[]) as given (card, issued_at)
            on conflict (card_number) do update
            set async_customer_id = excluded.async_customer_id, issued_at = excluded.issued_at
            where loyalty_card.async_customer_id <> excluded.async_customer_id
              or loyalty_card.issued_at <> excluded.issued_at
            """;

    private static final String FIND = """
            select card_number, account_number, issued_at
            from loyalty_card join customer using (async_customer_id)
            where async_customer_id = :customer order by issued_at, card_number
            """;

    private final JdbcClient jdbc;

    LoyaltyCardRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void store(List<LoyaltyCard> cards, UUID customer) {
        if (!cards.isEmpty()) {
            jdbc.sql(STORE)
                    .param("customer", customer)
                    .param("cards", cards.stream().map(LoyaltyCard::cardNumber).toArray(String[]::new))
                    .param(
                            "times",
                            cards.stream()
                                    .map(card -> card.issuedAt().toString())
                                    .toArray(String[]::new))
                    .update();
        }
    }

    List<LoyaltyCardView> find(UUID customer) {
        return jdbc.sql(FIND)
                .param("customer", customer)
                .query(LoyaltyCardView.class)
                .list();
    }
}
