package io.counterpart.faults.workload;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

import io.counterpart.faults.history.Doing;
import io.counterpart.faults.history.Outcome;

/**
 * A further address, in a street of its own, or a further email.
 *
 * @param part as it stands in the path
 * @param body made of the value by which the part is known
 */
record AddAPart(String part, Function<Random, String> value, Function<String, Map<String, Object>> body)
        implements Deed {

    static AddAPart address() {
        return new AddAPart(
                "addresses",
                random -> "a%016x".formatted(random.nextLong()),
                street -> Creation.address(street, false));
    }

    static AddAPart email() {
        return new AddAPart(
                "contacts",
                random -> "c%016x@example.com".formatted(random.nextLong()),
                email -> Map.of("type", "EMAIL", "value", email, "marketingConsent", false));
    }

    @Override
    public void perform(Client client) throws InterruptedException {
        Optional<Population.Known> customer = client.population().any(client.random());
        if (customer.isEmpty()) {
            return;
        }
        String path = "/api/v1/customers/" + customer.get().asyncCustomerId();
        if (client.till().ask("GET", path, null, Map.of()).filter(Reply::ok).isEmpty()) {
            return;
        }
        String added = value.apply(client.random());
        var key = new UUID(client.random().nextLong(), client.random().nextLong());
        var act = client.begin(new Doing.AddPart(customer.get().marker(), part, added));
        Optional<Reply> reply = client.till()
                .ask("POST", path + "/" + part, body.apply(added), Map.of("Idempotency-Key", key.toString()));
        act.end(
                reply.map(Reply::outcome).orElse(Outcome.UNKNOWN),
                customer.get().asyncCustomerId());
    }
}
