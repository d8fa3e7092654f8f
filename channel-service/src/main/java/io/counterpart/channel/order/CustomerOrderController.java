package io.counterpart.channel.order;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.channel.idempotency.RequestIdentity;
import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.channel.security.Caller;
import io.counterpart.support.problem.StandardProblem;

/** The orders of customers. */
@RestController
@RequestMapping("/api/v1/customer-orders")
class CustomerOrderController {

    private final OrderService service;
    private final OrderRepository orders;
    private final IdentifierGenerator identifiers;

    CustomerOrderController(OrderService taking, OrderRepository orders, IdentifierGenerator identifiers) {
        this.service = taking;
        this.orders = orders;
        this.identifiers = identifiers;
    }

    @PostMapping
    ResponseEntity<OrderView> take(
            @AuthenticationPrincipal Caller caller, @RequestBody OrderEntry entry, HttpServletRequest request) {
        Optional<RequestIdentity> identity = RequestIdentity.of(request);
        UUID id = identity.map(RequestIdentity::id).orElseGet(identifiers::next);
        // An earlier attempt may have been committed although its response was not stored.
        OrderView order = identity.filter(RequestIdentity::repeated)
                .flatMap(repeated -> orders.findOfChannel(id, caller.channel()))
                .orElseGet(() -> service.placeOrder(id, caller, entry));
        return ResponseEntity.created(URI.create("/api/v1/customer-orders/" + id))
                .body(order);
    }

    @GetMapping("/{id}")
    OrderView get(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        UUID customer = caller.customer();
        return (customer == null ? orders.findOfChannel(id, caller.channel()) : orders.findOfCustomer(id, customer))
                .orElseThrow(() -> StandardProblem.NOT_FOUND.because("No order of this channel has this ID."));
    }
}
