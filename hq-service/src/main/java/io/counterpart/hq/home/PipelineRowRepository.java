package io.counterpart.hq.home;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.hq.page.OpenOperationCounts;

/** Reads the pipeline; every part of a query is limited by a small table or a range of time. */
@Repository
class PipelineRowRepository {

    private static final String LANES = """
            with open as (%s),
            lane as (
              select name, true as configured from channel_database
              union all
              select channel_database, false from open
              where not exists (select from channel_database d where d.name = open.channel_database)),
            uploaded as (
              select channel_database, sum(rows) rows from upload_session where started_at > :since group by channel_database),
            returned as (
              select channel_database, sum(rows) rows from download_session
              where job = '1010' and started_at > :since group by channel_database),
            converted as (
              select created_in_channel_database channel_database, count(*) rows from customer
              where converted_at > :since group by 1)
            select d.name channel_database, d.configured,
              coalesce((select string_agg(c.channel, ', ' order by c.channel) from channel c where c.channel_database = d.name), '') channels,
              h.at last_contact,
              coalesce((h.report ->> 'waitingOperations')::bigint, 0) waiting_in_channel,
              (h.report ->> 'oldestWaitingAt')::timestamptz oldest_in_channel,
              coalesce((h.report ->> 'held')::boolean, false) held,
              coalesce((h.report ->> 'pendingCustomers')::bigint, 0) pending_customers,
              coalesce((h.report ->> 'limitedRequests')::bigint, 0) limited_requests,
              (h.report ->> 'oldestPendingSince')::timestamptz oldest_pending,
              coalesce(uploaded.rows, 0) uploaded_last_hour,
              coalesce(open.pending + open.waiting + open.failed, 0) open, coalesce(open.failed, 0) failed,
              (select o.staged_at from async_operation o where o.recid = open.oldest_not_failed) oldest_open,
              coalesce(converted.rows, 0) converted_last_hour,
              coalesce(returned.rows, 0) returned_last_hour
            from lane d
            left join channel_heartbeat h on h.channel_database = d.name
            left join open on open.channel_database = d.name
            left join uploaded on uploaded.channel_database = d.name
            left join returned on returned.channel_database = d.name
            left join converted on converted.channel_database = d.name
            order by d.name
            """.formatted(OpenOperationCounts.BY_CHANNEL_DATABASE);

    // A POS that is offline uploads its customers when it is online again, which says nothing about the speed of the
    // synchronization. No age is negative: a till's clock may be ahead of HQ's.
    private static final String SPEED = """
            select count(*) converted,
              coalesce(percentile_cont(0.5) within group (order by age), 0) median,
              coalesce(percentile_cont(0.95) within group (order by age), 0) slow
            from (select greatest(extract(epoch from converted_at - created_at), 0) age from customer
                  where converted_at > :since and creation_mode = 'ASYNC'
                    and async_reason is distinct from 'POS_OFFLINE') recent
            """;

    private static final String CREATIONS = """
            select date_trunc('hour', created_at, 'UTC') as hour, creation_mode mode, async_reason reason, count(*) customers
            from customer where converted_at > :since and created_at > :since
            group by 1, 2, 3
            """;

    private final JdbcClient jdbc;

    PipelineRowRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PipelineRow> lanes(Instant since) {
        return jdbc.sql(LANES)
                .param("since", utc(since))
                .query(PipelineRow.class)
                .list();
    }

    ThroughputRow speed(Instant since) {
        return jdbc.sql(SPEED)
                .param("since", utc(since))
                .query(ThroughputRow.class)
                .single();
    }

    List<CreationChart.HourlyCount> creations(Instant since) {
        return jdbc.sql(CREATIONS)
                .param("since", utc(since))
                .query(CreationChart.HourlyCount.class)
                .list();
    }

    /** The number of customers and configurations that HQ has not published to the channels yet. */
    long waitingToLeave() {
        return jdbc.sql("""
                        select (select count(*) from distribution_log where refused is null)
                          + (select count(*) from configuration_log where refused is null)
                        """).query(Long.class).single();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /**
     * How long async customers waited for their account numbers, in seconds from their creation; without customers that
     * were created while the POS was offline.
     */
    record ThroughputRow(long converted, double median, double slow) {}
}
