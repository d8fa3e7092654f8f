package io.counterpart.faults.workload;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.counterpart.faults.check.SearchObservation;
import io.counterpart.faults.history.OperationHistory;

/** The clients of a run: they start with the run, and stop after the last fault is reverted. */
public final class Workload {

    /** How long clients may wait for a response after the end of the run. */
    private static final Duration LAST_ORDERS = Duration.ofSeconds(45);

    private static final int SLOW = 15;

    private final OperationHistory history = new OperationHistory();
    private final CustomerPopulation population;
    private final List<ClientAction> deeds;
    private final Duration breath;
    private final List<Future<List<SearchObservation>>> clients = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final long seed;
    private volatile boolean closed;
    private volatile long patienceEnds = Long.MAX_VALUE;
    private volatile long rushHourEnds = Long.MAX_VALUE;

    public Workload(long seed, WorkloadMix assortment, Duration breath) {
        this.seed = seed;
        this.population = new CustomerPopulation(seed);
        this.deeds = assortment.deeds();
        this.breath = breath;
    }

    /**
     * Makes the clients slow after this time. They do not stop, but leave the processors to the services that are still
     * restarting: on a small machine, the last faults would otherwise take minutes to revert.
     */
    public void slowDownAfter(Duration length) {
        rushHourEnds = System.nanoTime() + length.toNanos();
    }

    /** Starts one more client at a channel. */
    public void seat(String database, String channel, List<URI> instances, String token) {
        String name = "%s/%s-%d".formatted(database, channel, clients.size() + 1);
        var till = new ChannelClient(channel, instances, token, this::impatient);
        clients.add(threads.submit(new WorkloadClient(name, till, this, seed * 31 + clients.size())));
    }

    /**
     * Stops the clients, waits for their last responses, and returns the searches that did not show a customer exactly
     * once.
     */
    public List<SearchObservation> close() throws InterruptedException, ExecutionException {
        patienceEnds = System.nanoTime() + LAST_ORDERS.toNanos();
        closed = true;
        var shown = new ArrayList<SearchObservation>();
        for (Future<List<SearchObservation>> client : clients) {
            shown.addAll(client.get());
        }
        threads.shutdownNow();
        return shown;
    }

    public OperationHistory history() {
        return history;
    }

    public CustomerPopulation population() {
        return population;
    }

    /** Whether clients without a response give up. */
    boolean impatient() {
        return System.nanoTime() > patienceEnds;
    }

    boolean closed() {
        return closed;
    }

    List<ClientAction> deeds() {
        return deeds;
    }

    Duration breath() {
        return System.nanoTime() > rushHourEnds ? breath.multipliedBy(SLOW) : breath;
    }
}
