package io.counterpart.channel.order;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.channel.accountnumber.AccountNumberAwaiter;
import io.counterpart.channel.idempotency.RequestIdentity;
import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.channel.security.Caller;
import io.counterpart.support.problem.StandardProblem;

/** The orders of customers. */
@RestController
@RequestMapping("/api/v1/customer-orders")
class CustomerOrderController {

    private final OrderService service;
    private final OrderCancellationService cancellations;
    private final OrderRepository orders;
    private final IdentifierGenerator identifiers;
    private final AccountNumberAwaiter awaiter;
    private final Executor executor;

    CustomerOrderController(
            OrderService taking,
            OrderCancellationService cancellations,
            OrderRepository orders,
            IdentifierGenerator identifiers,
            AccountNumberAwaiter awaiter,
            @Qualifier("applicationTaskExecutor") Executor executor) {
        this.service = taking;
        this.cancellations = cancellations;
        this.orders = orders;
        this.identifiers = identifiers;
        this.awaiter = awaiter;
        this.executor = executor;
    }

    @PostMapping(headers = "!Prefer")
    ResponseEntity<OrderView> take(
            @AuthenticationPrincipal Caller caller, @RequestBody OrderEntry entry, HttpServletRequest request) {
        Optional<RequestIdentity> identity = RequestIdentity.of(request);
        return created(place(idOf(identity), identity, caller, entry, OrderPreference.of(null)));
    }

    @PostMapping(headers = "Prefer")
    CompletableFuture<ResponseEntity<OrderView>> takeAsPreferred(
            @AuthenticationPrincipal Caller caller,
            @RequestBody OrderEntry entry,
            @RequestHeader("Prefer") String prefer,
            HttpServletRequest request) {
        OrderPreference preference = OrderPreference.of(prefer);
        Optional<RequestIdentity> identity = RequestIdentity.of(request);
        UUID id = idOf(identity);
        if (!preference.waits()) {
            return CompletableFuture.completedFuture(created(place(id, identity, caller, entry, preference)));
        }
        // Registered before the commit, because the number may arrive before this thread continues.
        CompletableFuture<Void> number = awaiter.accountNumberOf(id, preference.atMost());
        OrderView order;
        try {
            order = place(id, identity, caller, entry, preference);
        } catch (RuntimeException e) {
            number.cancel(false);
            throw e;
        }
        if (order.orderNumber() != null) {
            number.cancel(false);
            return CompletableFuture.completedFuture(created(order));
        }
        return number.thenApplyAsync(arrived -> created(orders.find(id).orElse(order)), executor);
    }

    private UUID idOf(Optional<RequestIdentity> identity) {
        return identity.map(RequestIdentity::id).orElseGet(identifiers::next);
    }

    private OrderView place(
            UUID id, Optional<RequestIdentity> identity, Caller caller, OrderEntry entry, OrderPreference preference) {
        // An earlier attempt may have been committed although its response was not stored.
        return identity.filter(RequestIdentity::repeated)
                .flatMap(repeated -> orders.findOfChannel(id, caller.channel()))
                .orElseGet(() -> service.placeOrder(id, caller, entry, preference));
    }

    private static ResponseEntity<OrderView> created(OrderView order) {
        return ResponseEntity.created(URI.create("/api/v1/customer-orders/" + order.id()))
                .body(order);
    }

    @PostMapping("/{id}/cancellation")
    OrderView cancel(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable OrderCancellationEntry body) {
        return cancellations.cancel(id, caller, body == null ? null : body.reason());
    }

    /** Why an order is cancelled. */
    record OrderCancellationEntry(@Nullable String reason) {}

    @GetMapping("/{id}")
    OrderView get(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        UUID customer = caller.customer();
        return (customer == null ? orders.findOfChannel(id, caller.channel()) : orders.findOfCustomer(id, customer))
                .orElseThrow(() -> StandardProblem.NOT_FOUND.because("No order of this channel has this ID."));
    }
}
