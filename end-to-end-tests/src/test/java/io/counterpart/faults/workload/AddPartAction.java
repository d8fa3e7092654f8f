package io.counterpart.faults.workload;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

import io.counterpart.faults.history.OperationOutcome;
import io.counterpart.faults.history.OperationRequest;

/**
 * Adds an address with a unique street, or an email.
 *
 * @param part as in the path
 * @param body created from the value that identifies the part
 */
record AddPartAction(String part, Function<Random, String> value, Function<String, Map<String, Object>> body)
        implements ClientAction {

    static AddPartAction address() {
        return new AddPartAction(
                "addresses",
                random -> "a%016x".formatted(random.nextLong()),
                street -> CreateRequest.address(street, false));
    }

    static AddPartAction email() {
        return new AddPartAction(
                "contacts",
                random -> "c%016x@example.com".formatted(random.nextLong()),
                email -> Map.of("type", "EMAIL", "value", email, "marketingConsent", false));
    }

    @Override
    public void perform(WorkloadClient client) throws InterruptedException {
        Optional<CustomerPopulation.KnownCustomer> customer =
                client.population().any(client.random());
        if (customer.isEmpty()) {
            return;
        }
        String path = "/api/v1/customers/" + customer.get().asyncCustomerId();
        if (client.till()
                .send("GET", path, null, Map.of())
                .filter(ChannelResponse::ok)
                .isEmpty()) {
            return;
        }
        String added = value.apply(client.random());
        var key = new UUID(client.random().nextLong(), client.random().nextLong());
        var act = client.begin(new OperationRequest.AddPart(customer.get().marker(), part, added));
        Optional<ChannelResponse> reply = client.till()
                .send("POST", path + "/" + part, body.apply(added), Map.of("Idempotency-Key", key.toString()));
        act.end(
                reply.map(ChannelResponse::outcome).orElse(OperationOutcome.UNKNOWN),
                customer.get().asyncCustomerId());
    }
}
