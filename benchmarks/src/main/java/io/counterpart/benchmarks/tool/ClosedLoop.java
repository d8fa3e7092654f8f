package io.counterpart.benchmarks.tool;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import io.counterpart.stack.process.StackFailure;

/** So many clients, each of which begins anew as soon as it is done, for a while. */
public final class ClosedLoop {

    private final int clients;
    private final Duration span;

    public ClosedLoop(int clients, Duration span) {
        this.clients = clients;
        this.span = span;
    }

    /** Does something once; one for each client. */
    public interface Client extends AutoCloseable {

        void once(long number) throws Exception;

        @Override
        void close() throws IOException, SQLException;
    }

    /** Makes a client. */
    public interface Clients {

        Client open() throws Exception;
    }

    /**
     * What was done.
     *
     * @param p99 in milliseconds
     */
    public record Throughput(double perSecond, double p50, double p99) {}

    public Throughput run(Clients how) throws InterruptedException {
        var histogram = new ConcurrentHistogram(60_000_000_000L, 3);
        var next = new AtomicLong();
        var threads = Executors.newFixedThreadPool(clients);
        long begin = System.nanoTime();
        long end = begin + span.toNanos();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(threads.submit(() -> loop(how, next, histogram, end)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new StackFailure("A client failed: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
        return throughput(histogram, System.nanoTime() - begin);
    }

    private static Void loop(Clients how, AtomicLong next, Histogram histogram, long end) throws Exception {
        try (Client client = how.open()) {
            for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
                client.once(next.getAndIncrement());
                histogram.recordValue(System.nanoTime() - begin);
            }
        }
        return null;
    }

    private static Throughput throughput(Histogram histogram, long nanos) {
        return new Throughput(
                histogram.getTotalCount() * 1e9 / nanos,
                histogram.getValueAtPercentile(50) / 1e6,
                histogram.getValueAtPercentile(99) / 1e6);
    }
}
