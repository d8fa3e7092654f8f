package io.counterpart.messaging.log;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The statements of a relay: acquire the lease, read a batch, mark it. */
class RelayRepository {

    // A new owner increments the fencing token; the same owner retains it. Time is the database's, so that the clocks
    // of nodes do not matter.
    private static final String ACQUIRE_LEASE = """
            insert into relay_lease as lease (name, owner, fence, expires_at)
            values (?, ?, 1, clock_timestamp() + ? * interval '1 millisecond')
            on conflict (name) do update
            set owner = excluded.owner,
                fence = lease.fence + (lease.owner <> excluded.owner)::int,
                expires_at = excluded.expires_at
            where lease.owner = excluded.owner or lease.expires_at < clock_timestamp()
            returning fence
            """;

    private static final String RELEASE_LEASE =
            "update relay_lease set expires_at = clock_timestamp() where name = ? and owner = ?";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final LogTable table;
    private final RelaySettings settings;

    RelayRepository(JdbcTemplate jdbc, TransactionTemplate transaction, LogTable table, RelaySettings settings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.table = table;
        this.settings = settings;
    }

    /** The fencing token of this owner, or 0 while another owner holds the lease. */
    long acquireLease(Duration lease) {
        return committed(own ->
                own
                        .queryForList(ACQUIRE_LEASE, Long.class, settings.name(), settings.owner(), lease.toMillis())
                        .stream()
                        .findFirst()
                        .orElse(0L));
    }

    void releaseLease() {
        committed(own -> own.update(RELEASE_LEASE, settings.name(), settings.owner()));
    }

    List<LogRecord> pending() {
        return committed(own ->
                own.query(table.pending(), (row, n) -> LogRecord.of(row, settings.source()), settings.batchSize()));
    }

    /**
     * Returns how many rows were marked; if fewer than requested, another owner has acquired the lease and this owner
     * must stop.
     */
    int markSent(long fence, Collection<Long> counters) {
        return committed(own -> own.update(connection -> {
            var mark = connection.prepareStatement(table.markSent());
            mark.setString(1, settings.name());
            mark.setString(2, settings.owner());
            mark.setLong(3, fence);
            mark.setArray(4, connection.createArrayOf("bigint", counters.toArray()));
            return mark;
        }));
    }

    void markRefused(Collection<RejectedRow> refused) {
        transaction.executeWithoutResult(
                status -> refused.forEach(row -> jdbc.update(table.markRefused(), row.reason(), row.counter())));
    }

    // One round trip if the pool returns connections with auto-commit; committed explicitly if it returns them without,
    // as JPA prefers.
    private <T> T committed(Function<JdbcTemplate, T> statement) {
        ConnectionCallback<T> act = connection -> {
            T result = statement.apply(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return result;
        };
        return Objects.requireNonNull(jdbc.execute(act));
    }

    /** A row that Kafka will never accept. */
    record RejectedRow(long counter, String reason) {}
}
