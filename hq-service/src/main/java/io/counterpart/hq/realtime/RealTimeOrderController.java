package io.counterpart.hq.realtime;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.contract.realtime.CreateOrder;
import io.counterpart.contract.realtime.CreateOrder.OrderCreated;
import io.counterpart.contract.realtime.FindLoyaltyCards;
import io.counterpart.contract.realtime.FindLoyaltyCards.LoyaltyCards;
import io.counterpart.contract.realtime.FindOrders;
import io.counterpart.contract.realtime.FindOrders.OrderStates;
import io.counterpart.contract.realtime.IssueLoyaltyCard;
import io.counterpart.contract.realtime.IssueLoyaltyCard.LoyaltyCard;
import io.counterpart.hq.customer.CustomerSearchService;
import io.counterpart.hq.loyalty.LoyaltyCardService;
import io.counterpart.hq.order.SalesOrderService;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.security.Caller;
import io.counterpart.hq.synchronization.ImmediateConversion;
import io.counterpart.support.problem.Problem;

/**
 * REST resource for orders and loyalty cards, which require an account number: a staged customer is converted first.
 */
@RestController
@RequestMapping(path = "/realtime/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class RealTimeOrderController {

    private final RealTimeRequestReader requests;
    private final SalesOrderService orders;
    private final LoyaltyCardService cards;
    private final ImmediateConversion conversion;
    private final CustomerSearchService search;

    RealTimeOrderController(
            RealTimeRequestReader requests,
            SalesOrderService orders,
            LoyaltyCardService cards,
            ImmediateConversion conversion,
            CustomerSearchService search) {
        this.requests = requests;
        this.orders = orders;
        this.cards = cards;
        this.conversion = conversion;
        this.search = search;
    }

    @PostMapping("/orders")
    OrderCreated order(
            @AuthenticationPrincipal Caller caller,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = CreateOrder.class)))
                    @RequestBody
                    String body) {
        CreateOrder request = requests.read(body, CreateOrder.class);
        requests.require(request.asyncCustomerId(), request.channel(), request.order());
        requests.require(request.order().id(), request.order().currencyCode());
        requests.requireOwn(caller, request.channelDatabase(), request.channel());
        return with(request.asyncCustomerId(), () -> orders.create(request));
    }

    @PostMapping("/orders/states")
    OrderStates states(
            @AuthenticationPrincipal Caller caller,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = FindOrders.class)))
                    @RequestBody
                    String body) {
        FindOrders request = requests.read(body, FindOrders.class);
        requests.requireList(request.orders(), FindOrders.MOST);
        requests.requireOwn(caller, request.channelDatabase());
        return new OrderStates(orders.states(request.channelDatabase(), request.orders()));
    }

    @PostMapping("/loyalty-cards")
    LoyaltyCard card(
            @AuthenticationPrincipal Caller caller,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = IssueLoyaltyCard.class)))
                    @RequestBody
                    String body) {
        IssueLoyaltyCard request = requests.read(body, IssueLoyaltyCard.class);
        requests.require(request.requestId(), request.asyncCustomerId(), request.channel());
        requests.requireOwn(caller, request.channelDatabase(), request.channel());
        return with(request.asyncCustomerId(), () -> cards.issue(request));
    }

    @PostMapping("/loyalty-cards/search")
    LoyaltyCards cards(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = FindLoyaltyCards.class)))
                    @RequestBody
                    String body) {
        FindLoyaltyCards request = requests.read(body, FindLoyaltyCards.class);
        requests.require(request.asyncCustomerId());
        // The customer may be known by the id of one that was linked to it.
        UUID customer = search.one(request.asyncCustomerId().toString()).asyncCustomerId();
        return new LoyaltyCards(cards.cards(customer));
    }

    private <T> T with(UUID customer, Supplier<Optional<T>> act) {
        return RealTimeRequestReader.numbered(() -> act.get()
                .or(() -> {
                    conversion.convertStaged(customer);
                    return act.get();
                })
                .orElseThrow(() -> stillPending(customer)));
    }

    // Not found if HQ does not know the customer.
    private Problem stillPending(UUID customer) {
        search.one(customer.toString());
        return HqProblem.CUSTOMER_PENDING_SYNC.because(
                "The customer has no account number yet. Try again in a few seconds.");
    }
}
