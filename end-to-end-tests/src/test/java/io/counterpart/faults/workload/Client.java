package io.counterpart.faults.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;

import io.counterpart.faults.check.Shown;
import io.counterpart.faults.history.Doing;
import io.counterpart.faults.history.History;

/** One person at one till, busy until closing time. */
final class Client implements Callable<List<Shown>> {

    private final String name;
    private final Till till;
    private final Shop shop;
    private final Random random;
    private final List<Shown> wronglyShown = new ArrayList<>();

    Client(String name, Till till, Shop shop, long seed) {
        this.name = name;
        this.till = till;
        this.shop = shop;
        this.random = new Random(seed);
        till.onNumber((customer, number) -> shop.history().sawNumber(name, customer, number));
    }

    /** Says which searches showed a customer not once. */
    @Override
    public List<Shown> call() throws InterruptedException {
        while (!shop.closed()) {
            shop.deeds().get(random.nextInt(shop.deeds().size())).perform(this);
            Thread.sleep(random.nextLong(shop.breath().toMillis()));
        }
        return wronglyShown;
    }

    Random random() {
        return random;
    }

    Till till() {
        return till;
    }

    Population population() {
        return shop.population();
    }

    History.Begun begin(Doing doing) {
        return shop.history().begin(name, doing);
    }

    /** Nobody may ever see a customer twice, not even in the moment in which it is converted. */
    void search(String marker) throws InterruptedException {
        till.ask("POST", "/api/v1/customers/search", Map.of("query", marker), Map.of())
                .filter(Reply::ok)
                .map(reply -> new Shown(
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
