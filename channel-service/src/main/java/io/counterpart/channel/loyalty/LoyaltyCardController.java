package io.counterpart.channel.loyalty;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.customer.Customer;
import io.counterpart.channel.customer.CustomerReader;
import io.counterpart.channel.idempotency.RequestIdentity;
import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.channel.localbook.CustomerUseService;
import io.counterpart.channel.realtime.RealTimeService;
import io.counterpart.channel.security.Caller;
import io.counterpart.contract.realtime.IssueLoyaltyCard;
import io.counterpart.contract.realtime.IssueLoyaltyCard.LoyaltyCard;

/** Issues a loyalty card through HQ; a repetition with the same Idempotency-Key returns the same card. */
@RestController
@RequestMapping("/api/v1/customers/{id}/loyalty-cards")
class LoyaltyCardController {

    private final CustomerReader customers;
    private final RealTimeService headquarters;
    private final ChannelProperties properties;
    private final IdentifierGenerator identifiers;
    private final LoyaltyCardRepository cards;
    private final CustomerUseService uses;

    LoyaltyCardController(
            CustomerReader customers,
            RealTimeService headquarters,
            ChannelProperties properties,
            IdentifierGenerator identifiers,
            LoyaltyCardRepository cards,
            CustomerUseService uses) {
        this.customers = customers;
        this.headquarters = headquarters;
        this.properties = properties;
        this.identifiers = identifiers;
        this.cards = cards;
        this.uses = uses;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    LoyaltyCard issue(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable EmptyRequest body,
            HttpServletRequest request) {
        Customer customer = customers.getConverted(id);
        UUID requestId = RequestIdentity.of(request).map(RequestIdentity::id).orElseGet(identifiers::next);
        LoyaltyCard card = headquarters.issue(new IssueLoyaltyCard(
                requestId, properties.channelDatabase(), caller.channel(), customer.asyncCustomerId()));
        cards.store(card, customer.asyncCustomerId());
        uses.recordCard(caller.channel(), customer.asyncCustomerId(), card.issuedAt());
        return card;
    }

    /** The empty body: HQ needs only the customer. */
    record EmptyRequest() {}
}
