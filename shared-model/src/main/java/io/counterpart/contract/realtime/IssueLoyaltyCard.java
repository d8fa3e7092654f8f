package io.counterpart.contract.realtime;

import java.time.Instant;
import java.util.UUID;

/**
 * A request to issue a loyalty card to a customer with an account number.
 *
 * @param requestId the idempotency key: one card per id
 */
public record IssueLoyaltyCard(UUID requestId, String channelDatabase, String channel, UUID asyncCustomerId) {

    /** The issued card. */
    public record LoyaltyCard(String cardNumber, String accountNumber, Instant issuedAt) {}
}
