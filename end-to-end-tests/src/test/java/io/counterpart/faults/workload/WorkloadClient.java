package io.counterpart.faults.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;

import io.counterpart.faults.check.SearchObservation;
import io.counterpart.faults.history.OperationHistory;
import io.counterpart.faults.history.OperationRequest;

/** One client at one channel, active until the end of the run. */
final class WorkloadClient implements Callable<List<SearchObservation>> {

    private final String name;
    private final ChannelClient till;
    private final Workload shop;
    private final Random random;
    private final List<SearchObservation> wronglyShown = new ArrayList<>();

    WorkloadClient(String name, ChannelClient till, Workload shop, long seed) {
        this.name = name;
        this.till = till;
        this.shop = shop;
        this.random = new Random(seed);
        till.onNumber((customer, number) -> shop.history().sawNumber(name, customer, number));
    }

    /** Returns the searches that did not show a customer exactly once. */
    @Override
    public List<SearchObservation> call() throws InterruptedException {
        while (!shop.closed()) {
            shop.deeds().get(random.nextInt(shop.deeds().size())).perform(this);
            Thread.sleep(random.nextLong(shop.breath().toMillis()));
        }
        return wronglyShown;
    }

    Random random() {
        return random;
    }

    ChannelClient till() {
        return till;
    }

    CustomerPopulation population() {
        return shop.population();
    }

    OperationHistory.PendingOperation begin(OperationRequest doing) {
        return shop.history().begin(name, doing);
    }

    /** A search must never show a customer twice, not even at the moment of its conversion. */
    void search(String marker) throws InterruptedException {
        till.send("POST", "/api/v1/customers/search", Map.of("query", marker), Map.of())
                .filter(ChannelResponse::ok)
                .map(reply -> new SearchObservation(
                        till.channel() + " meanwhile",
                        marker,
                        reply.body()
                                .path("items")
                                .valueStream()
                                .map(item -> item.path("displayAccountNumber").asString(""))
                                .toList()))
                .filter(shown -> shown.customers().size() != 1)
                .ifPresent(wronglyShown::add);
    }
}
