package io.counterpart.channel.loyalty;

import java.util.List;

/**
 * The loyalty cards of a customer, oldest first.
 *
 * @param complete false: HQ did not respond, and cards that another channel database issued may be missing
 */
record LoyaltyCardList(List<LoyaltyCardView> items, boolean complete) {}
