package io.counterpart.hq.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads samples; every query is limited by an index to the rows that it returns, or to one row per channel database. */
@Repository
class StatisticsRepository {

    private static final String POINTS = """
            select at, staged, applied, failed, latency_p50, latency_p95, latency_p99, open_operations,
              failed_operations, pending_customers
            from statistics_sample
            where length = :length and channel_database = :database
              and at >= :from::timestamptz and at < :to::timestamptz
            order by at
            """;

    // Not every channel reports its pending customers. Open operations take their place.
    private static final String STORES = """
            select worst.channel_database, coalesce(channels, '{}') as channels, pending_customers, open_operations,
              failed_operations
            from (
              select * , coalesce(pending_customers, open_operations) + failed_operations as backlog
              from statistics_sample
              where length = 'MINUTE' and at = :at::timestamptz and channel_database <> ''
                and open_operations + failed_operations + coalesce(pending_customers, 0) > 0
              order by backlog desc, channel_database limit :limit) as worst
            left join (
              select channel_database, array_agg(channel order by channel) as channels
              from channel group by channel_database) as configured
              on configured.channel_database = worst.channel_database
            order by backlog desc, worst.channel_database
            """;

    private static final String DATABASES = """
            select name from channel_database
            union select channel_database from statistics_sample
            where length = 'MINUTE' and at = :at::timestamptz and channel_database <> ''
            order by 1
            """;

    private static final String KNOWN = """
            select exists (select from channel_database where name = :name)
              or exists (
                select from statistics_sample
                where length in ('MINUTE', 'QUARTER_HOUR', 'HOUR', 'SIX_HOURS') and channel_database = :name)
            """;

    private final JdbcClient jdbc;

    StatisticsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param database empty: all channel databases together */
    List<StatisticsPoint> points(SampleLength length, String database, Instant from, Instant to) {
        return jdbc.sql(POINTS)
                .param("length", length.name())
                .param("database", database)
                .param("from", from.toString())
                .param("to", to.toString())
                .query(StatisticsPoint.class)
                .list();
    }

    /** The channel databases with the largest backlog in the minute that began then. */
    List<StoreBacklog> stores(Instant at, int limit) {
        return jdbc.sql(STORES)
                .param("at", at.toString())
                .param("limit", limit)
                .query(StatisticsRepository::store)
                .list();
    }

    /** The channel databases that are configured, or were sampled in the minute that began then. */
    List<String> channelDatabases(@Nullable Instant at) {
        return jdbc.sql(DATABASES)
                .param("at", at == null ? null : at.toString())
                .query(String.class)
                .list();
    }

    boolean isKnown(String channelDatabase) {
        return jdbc.sql(KNOWN)
                .param("name", channelDatabase)
                .query(Boolean.class)
                .single();
    }

    private static StoreBacklog store(ResultSet row, int number) throws SQLException {
        return new StoreBacklog(
                row.getString("channel_database"),
                List.of((String[]) row.getArray("channels").getArray()),
                row.getObject("pending_customers", Long.class),
                row.getLong("open_operations"),
                row.getLong("failed_operations"));
    }
}
