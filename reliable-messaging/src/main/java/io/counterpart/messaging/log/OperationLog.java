package io.counterpart.messaging.log;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import io.counterpart.messaging.bulk.BulkCopy;
import io.counterpart.messaging.bulk.CopyRows;

/**
 * Stores records to be published in the caller's transaction: the rows commit or roll back with it. Listeners are
 * signaled after the commit, so that publishing starts immediately without frequent polling.
 */
public final class OperationLog {

    // COPY takes one round trip more; the arrays of an insert have to be escaped and parsed.
    private static final int COPIED = 20;
    // Of the statement that appends one entry.
    private static final int PARAMETERS = 8;

    private final LogTable table;
    private final JdbcTemplate jdbc;
    private final BulkCopy copy;
    private final List<Runnable> committed = new CopyOnWriteArrayList<>();

    public OperationLog(LogTable table, JdbcTemplate jdbc) {
        this.table = table;
        this.jdbc = jdbc;
        this.copy = new BulkCopy(Objects.requireNonNull(jdbc.getDataSource(), "a data source"));
    }

    /** Appends in the caller's transaction, in one statement; fails without a transaction. */
    public void append(List<LogEntry> entries) {
        requireTransaction();
        if (entries.isEmpty()) {
            return;
        }
        if (table.queue() == null && entries.size() >= COPIED) {
            copy.send(rows(entries));
        } else {
            jdbc.update(connection ->
                    entries.size() == 1 ? bindOne(connection, entries.get(0), "") : bind(connection, entries));
        }
        wakeAfterCommit();
    }

    public void append(LogEntry entry) {
        append(List.of(entry));
    }

    /** Appends in the caller's transaction, and executes the other statement afterwards. */
    public void append(LogEntry entry, CompanionStatement other) {
        requireTransaction();
        jdbc.update(connection -> {
            PreparedStatement both = bindOne(connection, entry, "; " + other.sql());
            other.binder().bind(both, PARAMETERS);
            return both;
        });
        wakeAfterCommit();
    }

    /** The number of rows waiting to be sent, and since when. */
    public LogDepth depth() {
        LogDepth depth = jdbc.queryForObject(table.depth(), (rows, n) -> {
            Timestamp oldest = rows.getTimestamp("oldest");
            return new LogDepth(rows.getLong("waiting"), oldest == null ? null : oldest.toInstant());
        });
        return depth == null ? new LogDepth(0, null) : depth;
    }

    /** Whether more rows than this are waiting to be sent; without counting a long log. */
    public boolean hasMoreWaitingThan(int rows) {
        return Boolean.TRUE.equals(jdbc.queryForObject(table.hasMoreThan(), Boolean.class, rows));
    }

    LogTable table() {
        return table;
    }

    void onCommit(Runnable listener) {
        committed.add(listener);
    }

    private CopyRows rows(List<LogEntry> entries) {
        CopyRows rows = CopyRows.into(
                table.name(),
                "id",
                "aggregatetype",
                "aggregateid",
                "aggregateversion",
                "type",
                "payload",
                "traceparent",
                "created_at");
        entries.forEach(it -> rows.row(
                it.id(),
                it.topic(),
                it.key(),
                it.keyVersion(),
                it.type(),
                it.payload(),
                it.traceparent(),
                it.createdAt()));
        return rows;
    }

    private PreparedStatement bindOne(Connection connection, LogEntry entry, String further) throws SQLException {
        PreparedStatement insert = connection.prepareStatement(table.appendOne() + further);
        insert.setObject(1, entry.id());
        insert.setString(2, entry.topic());
        insert.setString(3, entry.key());
        insert.setLong(4, entry.keyVersion());
        insert.setString(5, entry.type());
        insert.setString(6, entry.payload());
        insert.setString(7, entry.traceparent());
        insert.setObject(PARAMETERS, entry.createdAt().atOffset(ZoneOffset.UTC));
        return insert;
    }

    private PreparedStatement bind(Connection connection, List<LogEntry> entries) throws SQLException {
        PreparedStatement insert = connection.prepareStatement(table.append());
        insert.setArray(1, array(connection, "uuid", entries, LogEntry::id));
        insert.setArray(2, array(connection, "text", entries, LogEntry::topic));
        insert.setArray(3, array(connection, "text", entries, LogEntry::key));
        insert.setArray(4, array(connection, "bigint", entries, LogEntry::keyVersion));
        insert.setArray(5, array(connection, "text", entries, LogEntry::type));
        insert.setArray(6, array(connection, "text", entries, LogEntry::payload));
        insert.setArray(7, array(connection, "text", entries, LogEntry::traceparent));
        insert.setArray(
                8,
                array(
                        connection,
                        "timestamptz",
                        entries,
                        entry -> entry.createdAt().toString()));
        return insert;
    }

    private static Array array(
            Connection connection, String type, List<LogEntry> entries, Function<LogEntry, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, entries.stream().map(value).toArray());
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An operation is logged in the transaction that made it, or not at all");
        }
    }

    private void wakeAfterCommit() {
        if (committed.isEmpty()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                committed.forEach(Runnable::run);
            }
        });
    }

    /**
     * The backlog of the log.
     *
     * @param oldest when the oldest waiting row was appended
     */
    public record LogDepth(long waiting, @Nullable Instant oldest) {}
}
