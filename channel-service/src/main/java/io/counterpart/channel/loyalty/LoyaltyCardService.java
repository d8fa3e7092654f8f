package io.counterpart.channel.loyalty;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.customer.Customer;
import io.counterpart.channel.localbook.CustomerUseService;
import io.counterpart.channel.realtime.RealTimeService;
import io.counterpart.contract.realtime.FindLoyaltyCards;
import io.counterpart.contract.realtime.IssueLoyaltyCard;
import io.counterpart.contract.realtime.IssueLoyaltyCard.LoyaltyCard;

/** Issues loyalty cards through HQ, and lists them with what HQ knows. */
@Service
class LoyaltyCardService {

    private final RealTimeService headquarters;
    private final ChannelProperties properties;
    private final LoyaltyCardRepository cards;
    private final CustomerUseService uses;

    LoyaltyCardService(
            RealTimeService headquarters,
            ChannelProperties properties,
            LoyaltyCardRepository cards,
            CustomerUseService uses) {
        this.headquarters = headquarters;
        this.properties = properties;
        this.cards = cards;
        this.uses = uses;
    }

    /** Returns the card of the customer, which it may have had before. */
    LoyaltyCard issue(UUID requestId, String channel, Customer customer) {
        LoyaltyCard card = headquarters.issue(
                new IssueLoyaltyCard(requestId, properties.channelDatabase(), channel, customer.asyncCustomerId()));
        cards.store(List.of(card), customer.asyncCustomerId());
        uses.recordCard(channel, customer.asyncCustomerId(), card.issuedAt());
        return card;
    }

    LoyaltyCardList list(Customer customer) {
        UUID id = customer.asyncCustomerId();
        // Without an account number there is no card.
        if (customer.accountNumber() == null) {
            return new LoyaltyCardList(List.of(), true);
        }
        return headquarters
                .find(new FindLoyaltyCards(id))
                .fold(
                        found -> {
                            cards.store(found.items(), id);
                            return new LoyaltyCardList(
                                    found.items().stream()
                                            .map(LoyaltyCardView::of)
                                            .toList(),
                                    true);
                        },
                        refused -> ofThisDatabase(customer),
                        () -> ofThisDatabase(customer),
                        unreachable -> ofThisDatabase(customer));
    }

    private LoyaltyCardList ofThisDatabase(Customer customer) {
        return new LoyaltyCardList(cards.find(customer.asyncCustomerId()), false);
    }
}
