package io.counterpart.benchmarks.tool;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * A fixed number of clients, each of which starts its next iteration as soon as the last is complete, for a given time.
 */
public final class ClosedLoop {

    private final int clients;
    private final Duration span;

    public ClosedLoop(int clients, Duration span) {
        this.clients = clients;
        this.span = span;
    }

    /** Performs one iteration; each client has its own instance. */
    public interface Client extends AutoCloseable {

        void run(long number) throws Exception;

        @Override
        void close() throws IOException, SQLException;
    }

    /** Opens a client. */
    public interface Clients {

        Client open() throws Exception;
    }

    /**
     * The result of a loop.
     *
     * @param p99 in milliseconds
     */
    public record Throughput(double perSecond, double p50, double p99) {}

    public Throughput run(Clients how) throws InterruptedException {
        var histogram = new ConcurrentHistogram(60_000_000_000L, 3);
        var next = new AtomicLong();
        var group = new ClientGroup(clients);
        long begin = System.nanoTime();
        long end = begin + span.toNanos();
        group.run(() -> {
            try (Client client = how.open()) {
                for (long start = System.nanoTime(); start < end && group.isRunning(); start = System.nanoTime()) {
                    client.run(next.getAndIncrement());
                    histogram.recordValue(System.nanoTime() - start);
                }
            }
            return null;
        });
        return throughput(histogram, System.nanoTime() - begin);
    }

    private static Throughput throughput(Histogram histogram, long nanos) {
        return new Throughput(
                histogram.getTotalCount() * 1e9 / nanos,
                histogram.getValueAtPercentile(50) / 1e6,
                histogram.getValueAtPercentile(99) / 1e6);
    }
}
