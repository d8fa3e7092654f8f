package io.counterpart.faults.workload;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.counterpart.faults.history.Doing;
import io.counterpart.faults.history.Outcome;

/** A further address, in a street of its own. */
final class AddAnAddress implements Deed {

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
        String street = "a%016x".formatted(client.random().nextLong());
        var key = new UUID(client.random().nextLong(), client.random().nextLong());
        var act = client.begin(new Doing.AddAddress(customer.get().marker(), street));
        Optional<Reply> reply = client.till()
                .ask(
                        "POST",
                        path + "/addresses",
                        Creation.address(street, false),
                        Map.of("Idempotency-Key", key.toString()));
        act.end(
                reply.map(it -> it.ok() ? Outcome.ACKNOWLEDGED : Outcome.REFUSED)
                        .orElse(Outcome.UNKNOWN),
                customer.get().asyncCustomerId());
    }
}
