package io.counterpart.faults.workload;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.counterpart.faults.history.OperationHistory;
import io.counterpart.faults.history.OperationOutcome;
import io.counterpart.faults.history.OperationRequest;

/** Uploads several customers at once, as a till that was offline. */
final class OfflineUploadAction implements ClientAction {

    private static final int ITEMS = 4;

    @Override
    public void perform(WorkloadClient client) throws InterruptedException {
        var items = new ArrayList<UploadItem>();
        for (int i = 0; i < ITEMS; i++) {
            var creation = CreateRequest.of(client.population().nextMarker(), client.random());
            items.add(new UploadItem(
                    creation,
                    UUID.randomUUID(),
                    client.begin(new OperationRequest.Create(creation.marker(), creation.fields()))));
        }
        Map<String, Object> body =
                Map.of("items", items.stream().map(UploadItem::body).toList());
        Optional<ChannelResponse> reply = client.till().send("POST", "/api/v1/offline-uploads", body, Map.of());
        for (int i = 0; i < items.size(); i++) {
            OperationOutcome outcome = outcome(reply, i);
            items.get(i).act().end(outcome, items.get(i).id());
            if (outcome == OperationOutcome.ACKNOWLEDGED) {
                client.population()
                        .add(items.get(i).creation().marker(), items.get(i).id());
            }
        }
    }

    // Each item has its own outcome, in the order of the items.
    static OperationOutcome outcome(Optional<ChannelResponse> reply, int item) {
        if (reply.isEmpty() || !reply.get().ok()) {
            return reply.map(ChannelResponse::outcome).orElse(OperationOutcome.UNKNOWN);
        }
        int status = reply.get().body().path("items").path(item).path("status").asInt();
        if (status == 200 || status == 201) {
            return OperationOutcome.ACKNOWLEDGED;
        }
        return status >= 500 || reply.get().again() ? OperationOutcome.UNKNOWN : OperationOutcome.REFUSED;
    }

    private record UploadItem(CreateRequest creation, UUID id, OperationHistory.PendingOperation act) {

        Map<String, Object> body() {
            var body = new LinkedHashMap<>(creation.body());
            body.put("asyncCustomerId", id.toString());
            body.put("createdAt", Instant.now().toString());
            return body;
        }
    }
}
