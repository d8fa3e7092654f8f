package io.counterpart.faults.workload;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.counterpart.faults.history.OperationHistory;
import io.counterpart.faults.history.OperationOutcome;
import io.counterpart.faults.history.OperationRequest;

/** A till that behaves incorrectly: one id for two customers, customers with future timestamps. */
public final class ConflictingTill {

    private static final String FUTURE = "9999-12-31T23:59:59Z";

    private final Workload shop;
    private final Random random;
    private final Channel store;
    private final Channel web;

    /** The instances of a channel and the token that it accepts. */
    public record Channel(String database, String name, List<URI> instances, String token) {}

    public ConflictingTill(Workload shop, long seed, Channel store, Channel web) {
        this.shop = shop;
        this.random = new Random(seed);
        this.store = store;
        this.web = web;
    }

    /** Creates two different customers with the same id, at two channel databases concurrently. */
    public void createTwoUnderOneId() {
        var id = UUID.randomUUID();
        CompletableFuture<Void> one = CompletableFuture.runAsync(put(store, id));
        CompletableFuture<Void> other = CompletableFuture.runAsync(put(web, id));
        one.join();
        other.join();
    }

    /** Sends an offline upload with a customer that was created in the year 9999. */
    public void uploadFromTheFuture() throws InterruptedException {
        var creation = CreateRequest.of(shop.population().nextMarker(), random);
        var id = UUID.randomUUID();
        var item = new LinkedHashMap<>(creation.body());
        item.put("asyncCustomerId", id.toString());
        item.put("createdAt", FUTURE);
        OperationHistory.PendingOperation act = begin(store, creation);
        OperationOutcome outcome = OfflineUploadAction.outcome(
                ask(store, "POST", "/api/v1/offline-uploads", Map.of("items", List.of(item))), 0);
        act.end(outcome, id);
        if (outcome == OperationOutcome.ACKNOWLEDGED) {
            shop.population().add(creation.marker(), id);
        }
    }

    private Runnable put(Channel channel, UUID id) {
        var creation = CreateRequest.of(shop.population().nextMarker(), random);
        OperationHistory.PendingOperation act = begin(channel, creation);
        return () -> {
            try {
                act.end(
                        ask(channel, "PUT", "/api/v1/customers/" + id, creation.body())
                                .map(ChannelResponse::outcome)
                                .orElse(OperationOutcome.UNKNOWN),
                        id);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private OperationHistory.PendingOperation begin(Channel channel, CreateRequest creation) {
        return shop.history()
                .begin(
                        channel.database() + "/conflicting",
                        new OperationRequest.Create(creation.marker(), creation.fields()));
    }

    private Optional<ChannelResponse> ask(Channel channel, String method, String path, Map<String, Object> body)
            throws InterruptedException {
        return new ChannelClient(channel.name(), channel.instances(), channel.token(), shop::impatient)
                .send(method, path, body, Map.of());
    }
}
