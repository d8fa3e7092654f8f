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
 * Finds out when each customer got its account number, by asking the channel's database for those that are oldest. The
 * time is the one that the channel itself noted ({@code returned_at}), on the clock of the same machine: how often is
 * asked does not matter to it.
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

    /** From the answer of the create to the number in the channel; only of customers that had to wait for it. */
    LatencyHistogram latencies() {
        return latencies;
    }

    /** When the last number arrived that was seen so far. */
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

    /** Whether most had arrived, so that it is worth asking for the next at once. */
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
        // No time: the number came with the answer of the create.
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
