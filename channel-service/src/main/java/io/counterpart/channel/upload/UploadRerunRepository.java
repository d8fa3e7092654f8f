package io.counterpart.channel.upload;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requeues operations for the P-job: what HQ requests, and what no snapshot has acknowledged; each statement is bounded. */
@Repository
class UploadRerunRepository {

    // Looks up each row by its keys: otherwise the planner would scan the whole log or all customers. An operation of
    // an id that HQ linked to another customer is acknowledged by that customer's snapshot.
    private static final String ACKNOWLEDGED = """
            exists (
              select from customer
              where customer.async_customer_id = coalesce(
                  (select alias.async_customer_id from customer_alias as alias where alias.alias = operation.aggregateid),
                  operation.aggregateid::uuid)
                and customer.applied_operation >= operation.aggregateversion)
            """;

    // Acknowledged ones too: an HQ whose database was restored knows their effect from reported snapshots, but not the
    // operations.
    private static final String REQUEUE_SPAN = """
            with operation as (
              select replication_counter
              from async_operation
              where replication_counter between :from and :to
              order by replication_counter
              limit :size
            ), queued as (
              insert into async_operation_queue (replication_counter, rerun)
              select replication_counter, true from operation
              on conflict do nothing
              returning replication_counter
            )
            select array(select replication_counter from operation order by replication_counter) as counters,
              (select count(*) from queued) as queued
            """;

    private static final String MARK_POSITION = """
            insert into log_position (at, replication_counter)
            select :now::timestamptz, log.last
            from (select max(replication_counter) as last from async_operation) as log
            where log.last > greatest(
              (select max(replication_counter) from log_position), (select checked_to from acknowledgement_check))
            on conflict do nothing
            """;

    private static final String FORGET_POSITIONS = """
            delete from log_position
            where replication_counter <= (select checked_to from acknowledgement_check)
            """;

    // Counters commit out of order, but none commits later than the minimum age of the checked operations.
    private static final String CHECK = """
            with progress as (
              select checked_to from acknowledgement_check for update
            ), operation as (
              select replication_counter, aggregateid, aggregateversion
              from async_operation
              where replication_counter > (select checked_to from progress)
                and replication_counter <= (
                  select max(replication_counter) from log_position where at <= :before::timestamptz)
              order by replication_counter
              limit :size
            ), pending as (
              insert into unacknowledged_operation (replication_counter, next_attempt_at)
              select replication_counter, :now::timestamptz from operation where not %s
              on conflict do nothing
              returning replication_counter
            ), moved as (
              update acknowledgement_check set checked_to = (select max(replication_counter) from operation)
              where exists (select from operation)
            )
            select (select count(*) from operation) as read,
              (select coalesce(max(replication_counter), 0) from operation) as last,
              (select count(*) from pending) as queued
            """.formatted(ACKNOWLEDGED);

    private static final String REQUEUE_DUE = """
            with due as (
              select replication_counter from unacknowledged_operation
              where next_attempt_at <= :now::timestamptz
              order by replication_counter
              limit :size
              for update skip locked
            ), operation as (
              select logged.replication_counter, logged.aggregateid, logged.aggregateversion
              from due
              cross join lateral (
                select * from async_operation as it where it.replication_counter = due.replication_counter limit 1
              ) as logged
            ), pending as (
              select replication_counter from operation where not %s
            ), acknowledged as (
              delete from unacknowledged_operation as it
              using due
              where it.replication_counter = due.replication_counter
                and it.replication_counter not in (select replication_counter from pending)
            ), queued as (
              insert into async_operation_queue (replication_counter, rerun)
              select replication_counter, true from pending
              on conflict do nothing
              returning replication_counter
            ), later as (
              update unacknowledged_operation as it
              set attempts = it.attempts + (queued.replication_counter is not null)::int,
                next_attempt_at = :now::timestamptz
                  + least(:backOff * power(2, least(it.attempts, 20)), :longest) * interval '1 millisecond'
              from pending left join queued using (replication_counter)
              where it.replication_counter = pending.replication_counter
            )
            select (select count(*) from due) as read, 0 as last, (select count(*) from queued) as queued
            """.formatted(ACKNOWLEDGED);

    private static final String HOLDS_LEASE =
            "select count(*) from relay_lease where name = :name and owner = :owner and expires_at > clock_timestamp()";

    private final JdbcClient jdbc;

    UploadRerunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Requeued requeue(long from, long to, int size) {
        return jdbc.sql(REQUEUE_SPAN)
                .param("from", from)
                .param("to", to)
                .param("size", size)
                .query((row, number) ->
                        new Requeued(List.of((Long[]) row.getArray("counters").getArray()), row.getLong("queued")))
                .single();
    }

    /** Stores the current end of the log. */
    void markPosition(Instant now) {
        jdbc.sql(MARK_POSITION).param("now", now.toString()).update();
    }

    void forgetCheckedPositions() {
        jdbc.sql(FORGET_POSITIONS).update();
    }

    /** Stores which of the next operations that were in the log at {@code before} are not acknowledged. */
    Portion check(Instant before, Instant now, int size) {
        return jdbc.sql(CHECK)
                .param("before", before.toString())
                .param("now", now.toString())
                .param("size", size)
                .query(Portion.class)
                .single();
    }

    /** Requeues the operations that are due, the oldest first; operations acknowledged since are no longer tracked. */
    Portion requeueDue(Instant now, UploadRerunProperties settings) {
        return jdbc.sql(REQUEUE_DUE)
                .param("now", now.toString())
                .param("size", settings.portion())
                .param("backOff", settings.unacknowledgedAfter().toMillis())
                .param("longest", settings.longestBackOff().toMillis())
                .query(Portion.class)
                .single();
    }

    boolean holdsLease(String name, String owner) {
        return jdbc.sql(HOLDS_LEASE)
                        .param("name", name)
                        .param("owner", owner)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * The next operations of a range.
     *
     * @param counters all of them, in ascending order
     * @param queued how many of them were not queued yet
     */
    record Requeued(List<Long> counters, long queued) {}

    /**
     * The result of one statement.
     *
     * @param read operations that it checked
     * @param last the highest counter of them
     * @param queued operations that were requeued, or stored as not acknowledged
     */
    record Portion(long read, long last, long queued) {}
}
