package io.counterpart.faults.workload;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.counterpart.faults.history.Doing;
import io.counterpart.faults.history.History;
import io.counterpart.faults.history.Outcome;

/** A till that was offline brings several customers at once. */
final class UploadOffline implements Deed {

    private static final int ITEMS = 4;

    @Override
    public void perform(Client client) throws InterruptedException {
        var items = new ArrayList<Item>();
        for (int i = 0; i < ITEMS; i++) {
            var creation = Creation.of(client.population().nextMarker(), client.random());
            items.add(new Item(
                    creation, UUID.randomUUID(), client.begin(new Doing.Create(creation.marker(), creation.fields()))));
        }
        Map<String, Object> body =
                Map.of("items", items.stream().map(Item::body).toList());
        Optional<Reply> reply = client.till().ask("POST", "/api/v1/offline-uploads", body, Map.of());
        for (int i = 0; i < items.size(); i++) {
            Outcome outcome = outcome(reply, i);
            items.get(i).act().end(outcome, items.get(i).id());
            if (outcome == Outcome.ACKNOWLEDGED) {
                client.population()
                        .add(items.get(i).creation().marker(), items.get(i).id());
            }
        }
    }

    // Each item has an outcome of its own, in the order of the items.
    static Outcome outcome(Optional<Reply> reply, int item) {
        if (reply.isEmpty() || !reply.get().ok()) {
            return reply.map(Reply::outcome).orElse(Outcome.UNKNOWN);
        }
        int status = reply.get().body().path("items").path(item).path("status").asInt();
        if (status == 200 || status == 201) {
            return Outcome.ACKNOWLEDGED;
        }
        return status >= 500 || reply.get().again() ? Outcome.UNKNOWN : Outcome.REFUSED;
    }

    private record Item(Creation creation, UUID id, History.Begun act) {

        Map<String, Object> body() {
            var body = new LinkedHashMap<>(creation.body());
            body.put("asyncCustomerId", id.toString());
            body.put("createdAt", Instant.now().toString());
            return body;
        }
    }
}
