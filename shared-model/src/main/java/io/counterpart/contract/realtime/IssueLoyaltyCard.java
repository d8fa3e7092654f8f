package io.counterpart.contract.realtime;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A request to issue a loyalty card to a customer with an account number. A customer that has a card gets no second one.
 *
 * @param requestId the idempotency key
 */
public record IssueLoyaltyCard(UUID requestId, String channelDatabase, String channel, UUID asyncCustomerId) {

    /**
     * A card.
     *
     * @param requestId the request that issued it. Another one than that of the call: the customer had the card already.
     *     Null: an HQ of an earlier release
     */
    public record LoyaltyCard(
            String cardNumber,
            String accountNumber,
            Instant issuedAt,
            @Nullable UUID requestId) {}
}
