package io.counterpart.messaging.log;

import org.jspecify.annotations.Nullable;

/**
 * The table behind an operation log. Its columns are those of Debezium's outbox event router and four more:
 * {@code replication_counter} (identity), {@code aggregateversion}, {@code traceparent}, {@code created_at}.
 *
 * @param queue narrow table of the counters that are yet to be sent, with a column {@code rerun} for those that were
 *     sent before, for a log that keeps its rows; null: a row goes
 *     once it is sent, and the log itself has the column {@code refused}
 * @param heldWhile a query; while it has a row, no batch is read. Part of the statement that reads, so that a hold of
 *     another instance counts from its commit on
 */
public record LogTable(
        String name, @Nullable String queue, @Nullable String heldWhile) {

    // Says "refused is null" in a way that the planner does not see through: without statistics it would take one in
    // two hundred rows for such a one, and read and sort the whole table for a batch at the beginning of its key.
    private static final String WAITING = "case when refused is null then true else false end";

    /** A log that keeps its rows; what is yet to be sent stands in a table of its own. */
    public static LogTable kept(String name, String queue) {
        return new LogTable(name, queue, null);
    }

    /** A log whose rows go once they are sent. */
    public static LogTable transientLog(String name) {
        return new LogTable(name, null, null);
    }

    /** The same log, of which nothing is read while this query has a row. */
    public LogTable heldWhile(String query) {
        return new LogTable(name, queue, query);
    }

    // One entry, as most appends are, is cheaper without arrays.
    String appendOne() {
        return append("values (?, ?, ?, ?, ?, ?::json, ?, ?)");
    }

    String append() {
        return append(
                "select * from unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::json[], ?::text[], ?::timestamptz[])");
    }

    private String append(String rows) {
        String insert = """
                insert into %s (id, aggregatetype, aggregateid, aggregateversion, type, payload, traceparent, created_at)
                %s
                """.formatted(name, rows);
        return queue == null
                ? insert
                : "with logged as (%s returning replication_counter) insert into %s (replication_counter) select replication_counter from logged"
                        .formatted(insert, queue);
    }

    // Each row is fetched by its key. A join would be left to the planner, which knows the queue as it was at the last
    // analyze, and may read the whole log beside it, for every batch.
    String pending() {
        return queue == null ? """
                select replication_counter, id, aggregatetype, aggregateid, type, payload, traceparent, created_at,
                  false as rerun
                from %s
                where %s
                order by replication_counter
                limit ?
                """.formatted(name, readable()) : """
                select replication_counter, id, aggregatetype, aggregateid, type, payload, traceparent, created_at, rerun
                from (
                    select replication_counter, rerun from %s where %s order by replication_counter limit ?) queued
                  cross join lateral (
                    select id, aggregatetype, aggregateid, type, payload, traceparent, created_at
                    from %s logged where logged.replication_counter = queued.replication_counter limit 1) entry
                order by replication_counter
                """.formatted(queue, readable(), name);
    }

    private String readable() {
        return heldWhile == null ? WAITING : "%s and not exists (%s)".formatted(WAITING, heldWhile);
    }

    // The fence: rows are marked only while this owner holds the lease, checked in the same statement.
    String markSent() {
        return """
                with held as (select 1 from relay_lease where name = ? and owner = ? and fence = ? for share)
                delete from %s where replication_counter = any(?) and exists (select 1 from held)
                """.formatted(waiting());
    }

    String markRefused() {
        return "update %s set refused = ? where replication_counter = ?".formatted(waiting());
    }

    // Refused rows wait for nobody: they would make the log look late for ever.
    String depth() {
        return queue == null
                ? "select count(*) as waiting, min(created_at) as oldest from %s where refused is null".formatted(name)
                : """
                select count(*) as waiting,
                  (select created_at from %s where replication_counter = min(queued.replication_counter)) as oldest
                from %s queued
                where refused is null
                """.formatted(name, queue);
    }

    private String waiting() {
        return queue == null ? name : queue;
    }
}
