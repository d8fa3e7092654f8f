package io.counterpart.hq.access;

import java.util.List;
import java.util.UUID;

import io.counterpart.contract.order.CustomerOrder;
import io.counterpart.contract.realtime.CreateOrder;
import io.counterpart.contract.realtime.FindOrders;
import io.counterpart.contract.realtime.IssueLoyaltyCard;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;
import io.counterpart.testsupport.authorization.Endpoint;
import io.counterpart.testsupport.authorization.ProbeRequest;
import io.counterpart.testsupport.authorization.RequestTarget;

/** Requests of the channel database harbor to the Real-time service, about its own channel or about other ones. */
final class RealTimeRequests {

    private final UUID own = UUID.randomUUID();
    private final UUID foreign = UUID.randomUUID();
    private String operation = "";
    private String order = "";
    private String states = "";
    private String card = "";

    static List<RequestTarget> targets(Endpoint endpoint) {
        return switch (endpoint.pattern()) {
            case "/realtime/v1/operations", "/realtime/v1/orders", "/realtime/v1/loyalty-cards" ->
                List.of(RequestTarget.OWN, RequestTarget.OTHER_CHANNEL, RequestTarget.OTHER_CHANNEL_DATABASE);
            case "/realtime/v1/customers/{id}", "/realtime/v1/orders/states" ->
                List.of(RequestTarget.OWN, RequestTarget.OTHER_CHANNEL_DATABASE);
            default -> List.of();
        };
    }

    void createCustomers(TestDriver work) {
        var creation = OperationFixtures.creation(own);
        work.stage(List.of(creation, OperationFixtures.operation(foreign, "online", 1, creation.body())));
        work.synchronize();
        var line = new CustomerOrder.Line("Lamp", "1", "9.90");
        operation = work.json(OperationFixtures.creation());
        order = work.json(new CreateOrder(
                "harbor", "HARBOR", own, new CustomerOrder(UUID.randomUUID(), "USD", List.of(line), null)));
        states = work.json(new FindOrders("harbor", List.of(UUID.randomUUID())));
        card = work.json(new IssueLoyaltyCard(UUID.randomUUID(), "harbor", "HARBOR", own));
    }

    ProbeRequest about(RequestTarget target, Endpoint endpoint, ProbeRequest request) {
        return switch (endpoint.pattern()) {
            case "/realtime/v1/operations" -> json(request, target, operation);
            case "/realtime/v1/orders" -> json(request, target, order);
            case "/realtime/v1/loyalty-cards/search" -> json(request, target, cardsOf(own));
            case "/realtime/v1/orders/states" -> json(request, target, states);
            case "/realtime/v1/loyalty-cards" -> json(request, target, card);
            case "/realtime/v1/customers/{id}" ->
                request.at("/realtime/v1/customers/" + (target == RequestTarget.OWN ? own : foreign));
            default -> request.body("application/json", "{\"query\": \"lee\"}");
        };
    }

    private static String cardsOf(UUID customer) {
        return "{\"asyncCustomerId\": \"%s\"}".formatted(customer);
    }

    private static ProbeRequest json(ProbeRequest request, RequestTarget target, String own) {
        return request.body(
                "application/json",
                switch (target) {
                    case OTHER_CHANNEL -> own.replace("HARBOR", "ONLINE");
                    case OTHER_CHANNEL_DATABASE ->
                        own.replace("HARBOR", "ONLINE").replace("\"harbor\"", "\"online\"");
                    default -> own;
                });
    }
}
