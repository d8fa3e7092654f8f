package io.counterpart.benchmarks.tool;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends requests at fixed times, regardless of how long the previous ones take: the queue of a stalled service is
 * included.
 */
public final class OpenLoop {

    private static final long HIGHEST_NANOS = 60_000_000_000L;

    private final double perSecond;
    private final long count;
    private final int clients;
    private final AtomicLong next = new AtomicLong();
    private final Map<String, Histogram> byKind = new TreeMap<>();

    public OpenLoop(double perSecond, Duration span, int clients) {
        this.perSecond = perSecond;
        this.count = Math.round(perSecond * span.toMillis() / 1e3);
        this.clients = clients;
    }

    /** Sends the request with the given number and returns its kind. */
    public interface Client extends AutoCloseable {

        String run(long number) throws Exception;

        @Override
        void close() throws IOException, SQLException;
    }

    /** Opens a client. */
    public interface Clients {

        Client open() throws Exception;
    }

    /**
     * Returns a percentile of the time from the due time of each request to its response, in milliseconds; by kind, and
     * for all requests as "".
     */
    public Map<String, Double> run(Clients how, double percentile) throws InterruptedException {
        var group = new ClientGroup(clients);
        long begin = System.nanoTime();
        group.run(() -> loop(how, begin, group));
        var millis = new TreeMap<String, Double>();
        byKind.forEach((kind, histogram) -> millis.put(kind, histogram.getValueAtPercentile(percentile) / 1e6));
        return millis;
    }

    private Void loop(Clients how, long begin, ClientGroup group) throws Exception {
        try (Client client = how.open()) {
            for (long number = next.getAndIncrement();
                    number < count && group.isRunning();
                    number = next.getAndIncrement()) {
                long due = begin + Math.round(number * 1e9 / perSecond);
                for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                    LockSupport.parkNanos(due - now);
                }
                String kind = client.run(number);
                long took = System.nanoTime() - due;
                of(kind).recordValue(took);
                of("").recordValue(took);
            }
        }
        return null;
    }

    private Histogram of(String kind) {
        synchronized (byKind) {
            return byKind.computeIfAbsent(kind, unused -> new ConcurrentHistogram(HIGHEST_NANOS, 3));
        }
    }
}
