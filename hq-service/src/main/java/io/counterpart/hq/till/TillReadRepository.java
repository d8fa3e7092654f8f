package io.counterpart.hq.till;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads tills; one whose tokens were revoked is deleted later, and not listed any more. */
@Repository
class TillReadRepository {

    private static final String KNOWN = """
            exists (
              select from device_token as token
              where token.channel = till.channel and token.device = till.device and token.role = 'TILL')
            """;

    private static final String STATE = """
            with issue as (
              select till.*, coalesce(channel.name, till.channel) as channel_name,
                till.heard_at < :silentBefore as silent,
                till.unsent > 0 and coalesce(till.oldest_unsent_at < :unsentBefore, false) as overdue,
                till.refused > 0 as rejected,
                abs(till.clock_skew_seconds) > :skew as wrong_clock
              from till left join channel on channel.channel = till.channel
              where %s
            ), state as (
              select issue.*, not (silent or overdue or rejected or wrong_clock) as healthy from issue
            )
            """.formatted(KNOWN);

    private static final String LIST = STATE + """
            , previous as (select channel, device from till where id = :after)
            select * from state
            where (:channel::text is null or channel = :channel)
              and not (:attention and healthy)
              and (:after = 0 or (healthy, channel, device)
                > (:healthy, (select channel from previous), (select device from previous)))
            order by healthy, channel, device limit :limit
            """;

    private static final String COUNTS = STATE + """
            select count(*) as known,
              count(*) filter (where not healthy) as attention,
              count(*) filter (where silent) as silent,
              count(*) filter (where overdue) as overdue,
              count(*) filter (where rejected) as rejected,
              count(*) filter (where wrong_clock) as wrong_clock,
              coalesce(sum(unsent), 0) as unsent,
              coalesce(sum(refused), 0) as refused
            from state
            """;

    private static final String UNSENT = """
            select till.channel, coalesce(channel.name, till.channel) as channel_name, count(*) as tills,
              sum(till.unsent) as unsent, sum(till.refused) as refused, min(till.oldest_unsent_at) as since,
              min(till.heard_at) as heard_at
            from till left join channel on channel.channel = till.channel
            where (till.unsent > 0 or till.refused > 0) and %s
              and (:channel::text is null or till.channel = :channel)
            group by till.channel, channel.name
            order by min(till.oldest_unsent_at) nulls last, till.channel limit :limit
            """.formatted(KNOWN);

    private final JdbcClient jdbc;
    private final TillProperties properties;

    TillReadRepository(JdbcClient jdbc, TillProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /**
     * Those that need attention first, then by channel and device.
     *
     * @param position of the last till of the page before; 0: the first page
     */
    List<TillRow> list(@Nullable String channel, boolean attention, long position, int limit, Instant now) {
        return state(LIST, now)
                .param("channel", channel)
                .param("attention", attention)
                .param("after", position / 2)
                .param("healthy", position % 2 == 1)
                .param("limit", limit)
                .query(TillRow.class)
                .list();
    }

    TillCounts counts(Instant now) {
        return state(COUNTS, now).query(TillCounts.class).single();
    }

    /** The stores with unsent or refused items, the oldest first. */
    List<UnsentStore> unsent(@Nullable String channel, int limit) {
        return jdbc.sql(UNSENT)
                .param("channel", channel)
                .param("limit", limit)
                .query(UnsentStore.class)
                .list();
    }

    List<String> channels() {
        return jdbc.sql("select distinct channel from till order by channel")
                .query(String.class)
                .list();
    }

    private StatementSpec state(String sql, Instant now) {
        return jdbc.sql(sql)
                .param("silentBefore", utc(now.minus(properties.silentAfter())))
                .param("unsentBefore", utc(now.minus(properties.unsentAfter())))
                .param("skew", properties.clockSkew().toSeconds());
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
