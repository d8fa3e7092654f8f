package io.counterpart.faults.workload;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.counterpart.faults.history.Doing;
import io.counterpart.faults.history.Outcome;

/** The till makes the id. */
final class CreateByPut implements Deed {

    @Override
    public void perform(Client client) throws InterruptedException {
        var creation = Creation.of(client.population().nextMarker(), client.random());
        var id = UUID.randomUUID();
        var act = client.begin(new Doing.Create(creation.marker(), creation.fields()));
        Optional<Reply> reply = client.till().ask("PUT", "/api/v1/customers/" + id, creation.body(), Map.of());
        if (reply.isEmpty()) {
            act.end(Outcome.UNKNOWN, id);
            return;
        }
        act.end(reply.get().ok() ? Outcome.ACKNOWLEDGED : Outcome.REFUSED, id);
        if (reply.get().ok()) {
            client.population().add(creation.marker(), id);
            client.search(creation.marker());
        }
    }
}
