package io.counterpart.messaging.log;

import org.jspecify.annotations.Nullable;

/**
 * The table behind an operation log. Its columns are those of Debezium's outbox event router and four more:
 * {@code replication_counter} (identity), {@code aggregateversion}, {@code traceparent}, {@code created_at}.
 *
 * @param queue for a log that retains its rows: a narrow table of the counters that are yet to be sent, with a column
 *     {@code rerun} for those that were sent before; null: a row is deleted once it is sent, and the log itself has the
 *     column {@code refused}
 * @param heldWhile a query; while it returns a row, no batch is read. It is part of the statement that reads, so that a
 *     hold of another instance takes effect from its commit
 */
public record LogTable(
        String name, @Nullable String queue, @Nullable String heldWhile) {

    // Expresses "refused is null" in a form that the planner cannot estimate: without statistics it would assume that
    // it holds for one in two hundred rows, and read and sort the whole table for a batch at the beginning of its key.
    private static final String WAITING = "case when refused is null then true else false end";

    /** A log that retains its rows; the rows yet to be sent are listed in a separate queue table. */
    public static LogTable kept(String name, String queue) {
        return new LogTable(name, queue, null);
    }

    /** A log whose rows are deleted once they are sent. */
    public static LogTable transientLog(String name) {
        return new LogTable(name, null, null);
    }

    /** The same log, which is not read while this query returns a row. */
    public LogTable heldWhile(String query) {
        return new LogTable(name, queue, query);
    }

    // Most appends have one entry, which is cheaper without arrays.
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

    // Each row is fetched by its key. With a join, the planner would rely on the statistics of the queue from the last
    // analyze, and might read the whole log for every batch.
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

    // The fencing check: rows are marked only while this owner holds the lease, verified in the same statement.
    String markSent() {
        return """
                with held as (select 1 from relay_lease where name = ? and owner = ? and fence = ? for share)
                delete from %s where replication_counter = any(?) and exists (select 1 from held)
                """.formatted(waiting());
    }

    String markRefused() {
        return "update %s set refused = ? where replication_counter = ?".formatted(waiting());
    }

    // Refused rows do not count as waiting: they would make the log appear delayed permanently.
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

    // Beginning with the newest row: the oldest ones are being sent, and a scan would pass their deleted versions.
    String hasMoreThan() {
        return "select exists (select from %s where %s order by replication_counter desc offset ? limit 1)"
                .formatted(waiting(), WAITING);
    }

    private String waiting() {
        return queue == null ? name : queue;
    }
}
