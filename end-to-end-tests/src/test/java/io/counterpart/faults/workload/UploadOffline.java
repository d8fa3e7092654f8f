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
        items.forEach(item -> item.end(reply));
        reply.filter(Reply::ok)
                .ifPresent(ok -> items.forEach(
                        item -> client.population().add(item.creation().marker(), item.id())));
    }

    private record Item(Creation creation, UUID id, History.Begun act) {

        Map<String, Object> body() {
            var body = new LinkedHashMap<>(creation.body());
            body.put("asyncCustomerId", id.toString());
            body.put("createdAt", Instant.now().toString());
            return body;
        }

        void end(Optional<Reply> reply) {
            act.end(
                    reply.map(it -> it.ok() ? Outcome.ACKNOWLEDGED : Outcome.REFUSED)
                            .orElse(Outcome.UNKNOWN),
                    id);
        }
    }
}
