package io.counterpart.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import io.counterpart.stack.client.HttpResult;

/** Creates the customers over the configured number of connections. */
final class CustomerCreationLoad {

    private static final int CREATED = 201;

    private final Target target;
    private final LoadOptions options;
    private final CustomerPool customers;
    private final Consumer<CreatedCustomer> onCreated;

    private final LatencyHistogram latencies = new LatencyHistogram();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicReference<String> firstFailure = new AtomicReference<>("");

    CustomerCreationLoad(
            Target target, LoadOptions options, CustomerPool customers, Consumer<CreatedCustomer> onCreated) {
        this.target = target;
        this.options = options;
        this.customers = customers;
        this.onCreated = onCreated;
    }

    /** Returns when all customers have been created, with the time it took. */
    Duration run() throws InterruptedException {
        long begin = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < options.connections(); i++) {
            var thread = new Thread(() -> createUntilDone(begin), "create-" + i);
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    LatencyHistogram latencies() {
        return latencies;
    }

    int failed() {
        return failed.get();
    }

    String firstFailure() {
        return String.valueOf(firstFailure.get());
    }

    private void createUntilDone(long begin) {
        for (int index = next.getAndIncrement(); index < options.customers(); index = next.getAndIncrement()) {
            create(index, begin);
        }
    }

    private void create(int index, long begin) {
        var body = customers.customer(index);
        long due = due(index, begin);
        try {
            HttpResult answer = target.till().create(body);
            if (answer.status() != CREATED) {
                fail("%d %s".formatted(answer.status(), answer.body()));
                return;
            }
            // Measured from the time it was due, not from when a connection was free: a queue in this process also
            // counts as waiting.
            latencies.add(Duration.ofNanos(System.nanoTime() - due));
            UUID id = UUID.fromString(answer.text("asyncCustomerId").orElseThrow());
            onCreated.accept(new CreatedCustomer(id, Instant.now()));
        } catch (IOException e) {
            fail(e.toString());
        }
    }

    private long due(int index, long begin) {
        if (options.rate() == 0) {
            return System.nanoTime();
        }
        long due = begin + Math.round(index * 1e9 / options.rate());
        while (System.nanoTime() < due) {
            LockSupport.parkNanos(due - System.nanoTime());
        }
        return due;
    }

    private void fail(String reason) {
        failed.incrementAndGet();
        firstFailure.compareAndSet("", reason);
    }
}
