package io.counterpart.contract.realtime;

import java.time.Instant;
import java.util.UUID;

/**
 * A loyalty card for a customer who has an account number.
 *
 * @param requestId the same id twice is one card
 */
public record IssueLoyaltyCard(UUID requestId, String channelDatabase, String channel, UUID asyncCustomerId) {

    /** The card that was issued. */
    public record LoyaltyCard(String cardNumber, String accountNumber, Instant issuedAt) {}
}
