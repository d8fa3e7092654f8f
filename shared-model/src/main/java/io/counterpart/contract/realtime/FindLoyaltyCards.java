package io.counterpart.contract.realtime;

import java.util.List;
import java.util.UUID;

import io.counterpart.contract.realtime.IssueLoyaltyCard.LoyaltyCard;

/** A request for the loyalty cards of a customer. */
public record FindLoyaltyCards(UUID asyncCustomerId) {

    /** The cards, oldest first. */
    public record LoyaltyCards(List<LoyaltyCard> items) {}
}
