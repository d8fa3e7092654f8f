package io.counterpart.faults.workload;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.counterpart.faults.check.Shown;
import io.counterpart.faults.history.History;

/** The clients of a run: opens, and closes when the saboteur is done. */
public final class Shop {

    /** How long clients may still try to get an answer after closing time. */
    private static final Duration LAST_ORDERS = Duration.ofSeconds(45);

    private final History history = new History();
    private final Population population;
    private final List<Deed> deeds;
    private final Duration breath;
    private final List<Future<List<Shown>>> clients = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final long seed;
    private volatile boolean closed;
    private volatile long patienceEnds = Long.MAX_VALUE;

    public Shop(long seed, Assortment assortment, Duration breath) {
        this.seed = seed;
        this.population = new Population(seed);
        this.deeds = assortment.deeds();
        this.breath = breath;
    }

    /** Seats one more client at a channel. */
    public void seat(String database, String channel, List<URI> instances, String token) {
        String name = "%s/%s-%d".formatted(database, channel, clients.size() + 1);
        var till = new Till(channel, instances, token, this::impatient);
        clients.add(threads.submit(new Client(name, till, this, seed * 31 + clients.size())));
    }

    /** Closes, waits for everybody's last answer, and says which searches showed a customer not once. */
    public List<Shown> close() throws InterruptedException, ExecutionException {
        patienceEnds = System.nanoTime() + LAST_ORDERS.toNanos();
        closed = true;
        var shown = new ArrayList<Shown>();
        for (Future<List<Shown>> client : clients) {
            shown.addAll(client.get());
        }
        threads.shutdownNow();
        return shown;
    }

    public History history() {
        return history;
    }

    public Population population() {
        return population;
    }

    /** Whether clients without an answer give up. */
    boolean impatient() {
        return System.nanoTime() > patienceEnds;
    }

    boolean closed() {
        return closed;
    }

    List<Deed> deeds() {
        return deeds;
    }

    Duration breath() {
        return breath;
    }
}
