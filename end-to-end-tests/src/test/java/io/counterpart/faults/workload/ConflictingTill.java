package io.counterpart.faults.workload;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.counterpart.faults.history.Doing;
import io.counterpart.faults.history.History;
import io.counterpart.faults.history.Outcome;

/** A till that does what no till should: one id for two customers, customers of the future. */
public final class ConflictingTill {

    private static final String FUTURE = "9999-12-31T23:59:59Z";

    private final Shop shop;
    private final Random random;
    private final Channel store;
    private final Channel web;

    /** The instances of a channel and the token that it accepts. */
    public record Channel(String database, String name, List<URI> instances, String token) {}

    public ConflictingTill(Shop shop, long seed, Channel store, Channel web) {
        this.shop = shop;
        this.random = new Random(seed);
        this.store = store;
        this.web = web;
    }

    /** Two different customers get the same id, at two channel databases at once. */
    public void createTwoUnderOneId() {
        var id = UUID.randomUUID();
        CompletableFuture<Void> one = CompletableFuture.runAsync(put(store, id));
        CompletableFuture<Void> other = CompletableFuture.runAsync(put(web, id));
        one.join();
        other.join();
    }

    /** A customer that was made in the year 9999 comes with an offline upload. */
    public void uploadFromTheFuture() throws InterruptedException {
        var creation = Creation.of(shop.population().nextMarker(), random);
        var id = UUID.randomUUID();
        var item = new LinkedHashMap<>(creation.body());
        item.put("asyncCustomerId", id.toString());
        item.put("createdAt", FUTURE);
        History.Begun act = begin(store, creation);
        Outcome outcome =
                UploadOffline.outcome(ask(store, "POST", "/api/v1/offline-uploads", Map.of("items", List.of(item))), 0);
        act.end(outcome, id);
        if (outcome == Outcome.ACKNOWLEDGED) {
            shop.population().add(creation.marker(), id);
        }
    }

    private Runnable put(Channel channel, UUID id) {
        var creation = Creation.of(shop.population().nextMarker(), random);
        History.Begun act = begin(channel, creation);
        return () -> {
            try {
                act.end(
                        ask(channel, "PUT", "/api/v1/customers/" + id, creation.body())
                                .map(Reply::outcome)
                                .orElse(Outcome.UNKNOWN),
                        id);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private History.Begun begin(Channel channel, Creation creation) {
        return shop.history()
                .begin(channel.database() + "/conflicting", new Doing.Create(creation.marker(), creation.fields()));
    }

    private Optional<Reply> ask(Channel channel, String method, String path, Map<String, Object> body)
            throws InterruptedException {
        return new Till(channel.name(), channel.instances(), channel.token(), shop::impatient)
                .ask(method, path, body, Map.of());
    }
}
