package io.counterpart.benchmarks.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.counterpart.stack.process.StackException;

/** Concurrent clients: when one fails the others stop too, or they would continue into the next benchmark. */
final class ClientGroup {

    private static final long LONGEST_REQUEST_SECONDS = 60;

    private final int clients;
    private volatile boolean over;

    ClientGroup(int clients) {
        this.clients = clients;
    }

    /** Checked by each client before its next iteration. */
    boolean isRunning() {
        return !over;
    }

    /** Returns when all clients have ended; waits at most one minute for one that hangs in a request. */
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
