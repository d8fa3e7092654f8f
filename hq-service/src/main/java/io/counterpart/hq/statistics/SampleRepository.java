package io.counterpart.hq.statistics;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the samples of each minute. */
@Repository
class SampleRepository {

    /**
     * The percentiles of the time to account number, per period and channel database and of all. As on the home page,
     * customers that were created while their POS was offline do not count, and no time is negative.
     */
    static final String LATENCY = """
            latency as (
              select at, coalesce(channel_database, '') as channel_database,
                percentile_cont(array[0.5, 0.95, 0.99]) within group (order by seconds) as seconds
              from (
                select date_bin(:step::interval, converted_at, timestamptz 'epoch') as at,
                  created_in_channel_database as channel_database,
                  greatest(extract(epoch from converted_at - created_at), 0)::double precision as seconds
                from customer
                where converted_at >= :from::timestamptz and converted_at < :to::timestamptz
                  and creation_mode = 'ASYNC' and async_reason is distinct from 'POS_OFFLINE') as created
              group by grouping sets ((at, channel_database), (at)))
            """;

    /** The percentiles in milliseconds' precision, to select from {@code latency}. */
    static final String PERCENTILES =
            "round(seconds[1]::numeric, 3), round(seconds[2]::numeric, 3), round(seconds[3]::numeric, 3)";

    private static final String FIRST =
            "select at from statistics_sample where length = :length and channel_database = '' order by at ";

    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(hashtext('statistics_sample'))";

    // Operations have no time index: it would cost every staging. Their IDs are in the order of time, apart from
    // transactions that overlap, for which the margin is.
    private static final String BOUNDS = """
            select
              coalesce((
                select recid from async_operation where staged_at < :from::timestamptz - interval '10 seconds'
                order by recid desc limit 1), 0) as before,
              coalesce((
                select recid from async_operation where staged_at < :to::timestamptz
                order by recid desc limit 1), 0) as last
            """;

    // When an operation was applied is not stored, but what was staged and is no longer open was applied: the earlier
    // backlog plus what was staged minus the backlog. The backlog is measured at the end of the last minute only. The
    // next run counts that minute
    // again: operations whose transactions had not ended are added to the staged ones and to its backlog.
    private static final String SAMPLE_MINUTES = """
            with %s,
            previous as (
              select max(at) as at from statistics_sample
              where length = 'MINUTE' and channel_database = '' and open_operations is not null
                and at >= :from::timestamptz and at < :lastMinute::timestamptz),
            before as (
              select channel_database, open_operations + failed_operations - staged as operations
              from statistics_sample
              where length = 'MINUTE' and at = (select previous.at from previous) and channel_database <> ''),
            staged as (
              select date_bin(:step::interval, staged_at, timestamptz 'epoch') as at, channel_database,
                count(*) as operations
              from async_operation
              where recid > :before and recid <= :last
                and staged_at >= :from::timestamptz and staged_at < :to::timestamptz
              group by 1, 2),
            arrived as (
              select channel_database, sum(operations) as operations from staged
              where at >= (select previous.at from previous)
              group by channel_database),
            failed as (
              select date_bin(:step::interval, attempt.at, timestamptz 'epoch') as at, channel_database,
                count(distinct recid) as operations
              from operation_attempt as attempt join async_operation using (recid)
              where outcome = 'FAILED' and attempt.at >= :from::timestamptz and attempt.at < :to::timestamptz
              group by 1, 2),
            backlog as (
              select channel_database, count(*) filter (where status <> 'FAILED') as waiting,
                count(*) filter (where status = 'FAILED') as failed
              from open_operation where recid <= :last group by channel_database),
            known as (
              select name as channel_database from channel_database
              union select channel_database from before
              union select channel_database from staged
              union select channel_database from failed
              union select channel_database from backlog
              union select channel_database from latency where channel_database <> ''),
            minute as (
              select at, at = :lastMinute::timestamptz as measured
              from generate_series(:from::timestamptz, :lastMinute::timestamptz, interval '1 minute') as at),
            figure as (
              select minute.at, known.channel_database, coalesce(staged.operations, 0) as staged,
                coalesce(failed.operations, 0) as failed,
                case when measured and previous.at is not null then greatest(0, coalesce(before.operations, 0)
                  + coalesce(arrived.operations, 0) - coalesce(backlog.waiting + backlog.failed, 0)) end as applied,
                case when measured then coalesce(backlog.waiting, 0) end as waiting,
                case when measured then coalesce(backlog.failed, 0) end as stopped,
                case when measured then (heartbeat.report ->> 'pendingCustomers')::bigint end as pending
              from minute cross join known cross join previous
              left join staged on staged.at = minute.at and staged.channel_database = known.channel_database
              left join failed on failed.at = minute.at and failed.channel_database = known.channel_database
              left join before on before.channel_database = known.channel_database
              left join arrived on arrived.channel_database = known.channel_database
              left join backlog on backlog.channel_database = known.channel_database
              left join channel_heartbeat as heartbeat on heartbeat.channel_database = known.channel_database),
            sample as (
              select at, channel_database, staged, failed, applied, waiting, stopped, pending from figure
              union all
              select minute.at, '', coalesce(sum(staged), 0), coalesce(sum(failed), 0), sum(applied),
                case when measured then coalesce(sum(waiting), 0) end,
                case when measured then coalesce(sum(stopped), 0) end, sum(pending)
              from minute left join figure on figure.at = minute.at
              group by minute.at, measured)
            insert into statistics_sample as kept (length, channel_database, at, staged, failed, applied,
              open_operations, failed_operations, pending_customers, latency_p50, latency_p95, latency_p99)
            select 'MINUTE', sample.channel_database, sample.at, staged, failed, applied, waiting, stopped, pending, %s
            from sample
            left join latency on latency.at = sample.at and latency.channel_database = sample.channel_database
            on conflict (length, channel_database, at) do update
            set staged = excluded.staged, failed = excluded.failed,
              applied = case when kept.open_operations is null then excluded.applied else kept.applied end,
              open_operations = coalesce(
                kept.open_operations + excluded.staged - kept.staged, excluded.open_operations),
              failed_operations = coalesce(kept.failed_operations, excluded.failed_operations),
              pending_customers = coalesce(kept.pending_customers, excluded.pending_customers),
              latency_p50 = excluded.latency_p50, latency_p95 = excluded.latency_p95,
              latency_p99 = excluded.latency_p99
            where (kept.staged, kept.failed, kept.latency_p50, kept.latency_p95, kept.latency_p99)
                is distinct from (excluded.staged, excluded.failed, excluded.latency_p50, excluded.latency_p95,
                  excluded.latency_p99)
              or (kept.open_operations is null and excluded.open_operations is not null)
            """.formatted(LATENCY, PERCENTILES);

    private final JdbcClient jdbc;

    SampleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether no other instance is sampling; the lock ends with the transaction. */
    boolean tryLock() {
        return jdbc.sql(TRY_LOCK).query(Boolean.class).single();
    }

    /** The beginning of the newest sample of this length. */
    Optional<Instant> newest(SampleLength length) {
        return first(length, "desc");
    }

    /** The beginning of the oldest sample of this length. */
    Optional<Instant> oldest(SampleLength length) {
        return first(length, "asc");
    }

    /** Samples the minutes from the first up to and including the last one, which has just ended. */
    void sampleMinutes(Instant from, Instant lastMinute) {
        Instant to = lastMinute.plus(SampleLength.MINUTE.duration());
        OperationBounds bounds = jdbc.sql(BOUNDS)
                .param("from", from.toString())
                .param("to", to.toString())
                .query(OperationBounds.class)
                .single();
        // As numbers of their own, because the planner then knows how few operations they span.
        jdbc.sql(SAMPLE_MINUTES)
                .param("step", SampleLength.MINUTE.duration().toString())
                .param("from", from.toString())
                .param("to", to.toString())
                .param("lastMinute", lastMinute.toString())
                .param("before", bounds.before())
                .param("last", bounds.last())
                .update();
    }

    private Optional<Instant> first(SampleLength length, String order) {
        return jdbc.sql(FIRST + order + " limit 1")
                .param("length", length.name())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** The row ID before the operations of a period, and that of the last one in it. */
    record OperationBounds(long before, long last) {}
}
