package io.counterpart.faults.workload;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.counterpart.faults.history.Doing;
import io.counterpart.faults.history.Outcome;

/** The channel makes the id; the key sees to it that trying again is no second customer. */
final class CreateByPost implements Deed {

    @Override
    public void perform(Client client) throws InterruptedException {
        var creation = Creation.of(client.population().nextMarker(), client.random());
        var key = new UUID(client.random().nextLong(), client.random().nextLong());
        var act = client.begin(new Doing.Create(creation.marker(), creation.fields()));
        Optional<Reply> reply = client.till()
                .ask("POST", "/api/v1/customers", creation.body(), Map.of("Idempotency-Key", key.toString()));
        if (reply.isEmpty()) {
            act.end(Outcome.UNKNOWN, null);
            return;
        }
        Optional<UUID> id = reply.get().asyncCustomerId();
        act.end(reply.get().ok() ? Outcome.ACKNOWLEDGED : Outcome.REFUSED, id.orElse(null));
        if (id.isPresent()) {
            client.population().add(creation.marker(), id.get());
            client.search(creation.marker());
        }
    }
}
