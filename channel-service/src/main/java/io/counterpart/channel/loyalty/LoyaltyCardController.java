package io.counterpart.channel.loyalty;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.channel.customer.Customer;
import io.counterpart.channel.customer.CustomerReader;
import io.counterpart.channel.idempotency.RequestIdentity;
import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.channel.security.Caller;
import io.counterpart.contract.realtime.IssueLoyaltyCard.LoyaltyCard;

/** The loyalty cards of a customer; a customer that has one gets no second one. */
@RestController
@RequestMapping("/api/v1/customers/{id}/loyalty-cards")
class LoyaltyCardController {

    private final CustomerReader customers;
    private final LoyaltyCardService cards;
    private final IdentifierGenerator identifiers;

    LoyaltyCardController(CustomerReader customers, LoyaltyCardService cards, IdentifierGenerator identifiers) {
        this.customers = customers;
        this.cards = cards;
        this.identifiers = identifiers;
    }

    @GetMapping
    LoyaltyCardList list(@PathVariable String id) {
        return cards.list(customers.get(id));
    }

    @PostMapping
    ResponseEntity<LoyaltyCardView> issue(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable EmptyRequest body,
            HttpServletRequest request) {
        Customer customer = customers.getConverted(id);
        UUID requestId = RequestIdentity.of(request).map(RequestIdentity::id).orElseGet(identifiers::next);
        LoyaltyCard card = cards.issue(requestId, caller.channel(), customer);
        boolean existed = card.requestId() != null && !card.requestId().equals(requestId);
        return ResponseEntity.status(existed ? HttpStatus.OK : HttpStatus.CREATED)
                .body(LoyaltyCardView.of(card));
    }

    /** The empty body: HQ needs only the customer. */
    record EmptyRequest() {}
}
