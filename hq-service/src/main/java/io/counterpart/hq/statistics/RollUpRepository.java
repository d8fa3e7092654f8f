package io.counterpart.hq.statistics;

import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rolls the samples of minutes up to longer periods. */
@Repository
class RollUpRepository {

    // Counts are added, and the backlog is that of the last minute that measured it. Percentiles cannot be combined, so
    // they are computed from the customers of the whole period.
    private static final String ROLL_UP = """
            with %s,
            sample as (
              select channel_database, date_bin(:step::interval, at, timestamptz 'epoch') as at,
                sum(staged) as staged, sum(failed) as failed, sum(applied) as applied,
                (array_agg(open_operations order by at desc) filter (where open_operations is not null))[1] as waiting,
                (array_agg(failed_operations order by at desc) filter (where open_operations is not null))[1] as stopped,
                (array_agg(pending_customers order by at desc) filter (where open_operations is not null))[1] as pending
              from statistics_sample
              where length = 'MINUTE' and at >= :from::timestamptz and at < :to::timestamptz
              group by 1, 2)
            insert into statistics_sample (length, channel_database, at, staged, failed, applied,
              open_operations, failed_operations, pending_customers, latency_p50, latency_p95, latency_p99)
            select :length, sample.channel_database, sample.at, staged, failed, applied, waiting, stopped, pending, %s
            from sample
            left join latency on latency.at = sample.at and latency.channel_database = sample.channel_database
            on conflict (length, channel_database, at) do update
            set staged = excluded.staged, failed = excluded.failed, applied = excluded.applied,
              open_operations = excluded.open_operations, failed_operations = excluded.failed_operations,
              pending_customers = excluded.pending_customers, latency_p50 = excluded.latency_p50,
              latency_p95 = excluded.latency_p95, latency_p99 = excluded.latency_p99
            """.formatted(SampleRepository.LATENCY, SampleRepository.PERCENTILES);

    private final JdbcClient jdbc;

    RollUpRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the samples of this length from one point in time to another; both are beginnings of periods. */
    void rollUp(SampleLength length, Instant from, Instant to) {
        jdbc.sql(ROLL_UP)
                .param("length", length.name())
                .param("step", length.duration().toString())
                .param("from", from.toString())
                .param("to", to.toString())
                .update();
    }
}
