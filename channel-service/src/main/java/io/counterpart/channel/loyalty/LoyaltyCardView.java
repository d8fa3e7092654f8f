package io.counterpart.channel.loyalty;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.realtime.IssueLoyaltyCard.LoyaltyCard;

/**
 * A loyalty card in a response.
 *
 * @param accountNumber of its customer
 */
record LoyaltyCardView(String cardNumber, @Nullable String accountNumber, Instant issuedAt) {

    static LoyaltyCardView of(LoyaltyCard card) {
        return new LoyaltyCardView(card.cardNumber(), card.accountNumber(), card.issuedAt());
    }
}
