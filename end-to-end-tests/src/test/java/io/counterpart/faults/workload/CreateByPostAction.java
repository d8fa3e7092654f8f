package io.counterpart.faults.workload;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.counterpart.faults.history.OperationOutcome;
import io.counterpart.faults.history.OperationRequest;

/** The channel generates the id; the idempotency key ensures that a retry does not create a second customer. */
final class CreateByPostAction implements ClientAction {

    @Override
    public void perform(WorkloadClient client) throws InterruptedException {
        var creation = CreateRequest.of(client.population().nextMarker(), client.random());
        var key = new UUID(client.random().nextLong(), client.random().nextLong());
        var act = client.begin(new OperationRequest.Create(creation.marker(), creation.fields()));
        Optional<ChannelResponse> reply = client.till()
                .send("POST", "/api/v1/customers", creation.body(), Map.of("Idempotency-Key", key.toString()));
        if (reply.isEmpty()) {
            act.end(OperationOutcome.UNKNOWN, null);
            return;
        }
        Optional<UUID> id = reply.get().asyncCustomerId();
        act.end(reply.get().ok() ? OperationOutcome.ACKNOWLEDGED : OperationOutcome.REFUSED, id.orElse(null));
        if (id.isPresent()) {
            client.population().add(creation.marker(), id.get());
            client.search(creation.marker());
        }
    }
}
