package io.counterpart.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * Determines when each customer got its account number, by polling the channel database for the oldest pending ones.
 * The time is the one that the channel recorded ({@code returned_at}), on the clock of the same machine, so the polling
 * interval does not affect it.
 */
final class AccountNumberPoller implements Runnable {

    private static final String FIND = """
            select async_customer_id, returned_at
            from customer
            where async_customer_id = any (?) and account_number is not null
            """;
    private static final int ASKED_AT_ONCE = 2_000;
    private static final long PAUSE_MILLIS = 100;

    private final String database;
    private final ConcurrentLinkedQueue<CreatedCustomer> waiting = new ConcurrentLinkedQueue<>();
    private final LatencyHistogram latencies = new LatencyHistogram();
    private final AtomicInteger arrived = new AtomicInteger();
    private volatile Instant last = Instant.EPOCH;

    AccountNumberPoller(String database) {
        this.database = database;
    }

    void follow(CreatedCustomer created) {
        waiting.add(created);
    }

    int arrived() {
        return arrived.get();
    }

    /**
     * The time from the response of the create to the account number in the channel; only for customers that had to
     * wait for it.
     */
    LatencyHistogram latencies() {
        return latencies;
    }

    /** The time of the last number received so far. */
    Instant last() {
        return last;
    }

    @Override
    public void run() {
        try (Connection connection = DriverManager.getConnection(database, "postgres", "");
                PreparedStatement find = connection.prepareStatement(FIND)) {
            Map<UUID, CreatedCustomer> asked = new LinkedHashMap<>();
            while (!Thread.currentThread().isInterrupted()) {
                refill(asked);
                if (asked.isEmpty() || !ask(find, asked)) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new IllegalStateException("Could not look into the database of the channel", e);
        }
    }

    private void refill(Map<UUID, CreatedCustomer> asked) {
        while (asked.size() < ASKED_AT_ONCE) {
            CreatedCustomer created = waiting.poll();
            if (created == null) {
                return;
            }
            asked.put(created.asyncCustomerId(), created);
        }
    }

    /** Returns whether most numbers had arrived, so that the next query should follow immediately. */
    private boolean ask(PreparedStatement find, Map<UUID, CreatedCustomer> asked) throws SQLException {
        int before = asked.size();
        find.setArray(
                1, find.getConnection().createArrayOf("uuid", asked.keySet().toArray()));
        try (var rows = find.executeQuery()) {
            while (rows.next()) {
                record(Objects.requireNonNull(asked.remove(rows.getObject(1, UUID.class))), rows.getTimestamp(2));
            }
        }
        return asked.size() < before / 2 && before == ASKED_AT_ONCE;
    }

    private void record(CreatedCustomer created, @Nullable Timestamp returned) {
        arrived.incrementAndGet();
        // No timestamp: the number was in the response of the create.
        if (returned == null) {
            return;
        }
        Instant at = returned.toInstant();
        latencies.add(Duration.between(created.answered(), at));
        if (at.isAfter(last)) {
            last = at;
        }
    }
}
