package io.counterpart.faults.workload;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.counterpart.faults.history.OperationOutcome;
import io.counterpart.faults.history.OperationRequest;

/** The till generates the id. */
final class CreateByPutAction implements ClientAction {

    @Override
    public void perform(WorkloadClient client) throws InterruptedException {
        var creation = CreateRequest.of(client.population().nextMarker(), client.random());
        var id = UUID.randomUUID();
        var act = client.begin(new OperationRequest.Create(creation.marker(), creation.fields()));
        Optional<ChannelResponse> reply =
                client.till().send("PUT", "/api/v1/customers/" + id, creation.body(), Map.of());
        if (reply.isEmpty()) {
            act.end(OperationOutcome.UNKNOWN, id);
            return;
        }
        act.end(reply.get().ok() ? OperationOutcome.ACKNOWLEDGED : OperationOutcome.REFUSED, id);
        if (reply.get().ok()) {
            client.population().add(creation.marker(), id);
            client.search(creation.marker());
        }
    }
}
