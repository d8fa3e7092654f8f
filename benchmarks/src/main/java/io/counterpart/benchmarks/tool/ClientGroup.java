package io.counterpart.benchmarks.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.counterpart.stack.process.StackException;

/** Clients side by side: when one fails the others stop too, or they would go on in the midst of the next measure. */
final class ClientGroup {

    private static final long LONGEST_REQUEST_SECONDS = 60;

    private final int clients;
    private volatile boolean over;

    ClientGroup(int clients) {
        this.clients = clients;
    }

    /** Asked by each client before it begins anew. */
    boolean isRunning() {
        return !over;
    }

    /** Returns when all clients have ended; one that hangs in a request is not waited for longer than a minute. */
    void run(Callable<Void> client) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(threads.submit(() -> untilOneFails(client)));
            }
            for (Future<Void> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new StackException("A client failed: " + e.getCause(), e);
        } finally {
            over = true;
            threads.shutdown();
            threads.awaitTermination(LONGEST_REQUEST_SECONDS, TimeUnit.SECONDS);
        }
    }

    private Void untilOneFails(Callable<Void> client) throws Exception {
        boolean done = false;
        try {
            client.call();
            done = true;
        } finally {
            if (!done) {
                over = true;
            }
        }
        return null;
    }
}
