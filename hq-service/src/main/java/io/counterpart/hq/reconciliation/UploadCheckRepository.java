package io.counterpart.hq.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checks upload sessions against staging; reads only sessions that are not completely staged. */
@Repository
class UploadCheckRepository {

    // A channel database that was restored from a backup may have used a counter twice.
    static final String FOUND = """
            (select count(distinct replication_counter) from async_operation
              where async_operation.channel_database = session.channel_database
                and replication_counter between session.counter_from and session.counter_to
                and (session.counters is null or replication_counter <@ session.counters))
            """;

    // What HQ has not staged and the channel database, by its last answer, cannot upload again. The range of a session
    // may have more counters than the session has operations.
    static final String UNAVAILABLE = """
            greatest(0, session.rows - (
              select coalesce(sum(upper(known) - lower(known)), 0) from unnest(session.available + (
                select coalesce(range_agg(int8range(replication_counter, replication_counter, '[]')), '{}')
                from async_operation
                where async_operation.channel_database = session.channel_database
                  and replication_counter between session.counter_from and session.counter_to
                  and (session.counters is null or replication_counter <@ session.counters))) as known))::integer
            """;

    // Rows that another node is checking are skipped.
    private static final String CHECK = """
            with session as (
              select id, channel_database, counter_from, counter_to, counters, rows, checks, available, unavailable
              from upload_session
              where not staged
                and coalesce(next_check_at, received_at + :grace * interval '1 millisecond') <= :now::timestamptz
              order by coalesce(next_check_at, received_at)
              limit :size
              for update skip locked
            ), counted as (
              select session.*, %s as found,
                case when session.unavailable > 0 then least(session.unavailable, %s) else 0 end as lost
              from session
            ), noted as (
              update upload_session
              set staged = counted.found + counted.lost >= counted.rows,
                unavailable = counted.lost,
                checks = upload_session.checks + 1,
                next_check_at = :now::timestamptz
                  + least(:backOff * power(2, least(counted.checks, 20)), :longest) * interval '1 millisecond'
              from counted
              where upload_session.id = counted.id
            )
            select id, channel_database, counter_from, counter_to, rows, found, lost from counted
            order by channel_database, counter_from
            """.formatted(FOUND, UNAVAILABLE);

    private static final String MISSING = """
            select channel_database, sum(rows - found - unavailable)::bigint as missing
            from (
              select session.*, %s as found from upload_session as session where not staged and checks > 0) as counted
            where found + unavailable < rows
            group by channel_database
            """.formatted(FOUND);

    private final JdbcClient jdbc;

    UploadCheckRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Checks the due sessions, and sets the next check of each incomplete one. */
    List<Checked> check(UploadCheckProperties settings, int size, Instant now) {
        return jdbc.sql(CHECK)
                .param("grace", settings.grace().toMillis())
                .param("backOff", settings.backOff().toMillis())
                .param("longest", settings.longestBackOff().toMillis())
                .param("size", size)
                .param("now", now.toString())
                .query(Checked.class)
                .list();
    }

    Map<String, Long> missing() {
        var missing = new TreeMap<String, Long>();
        jdbc.sql(MISSING).query(row -> {
            missing.put(row.getString("channel_database"), row.getLong("missing"));
        });
        return missing;
    }

    /**
     * An upload session.
     *
     * @param found operations that are staged
     * @param lost operations that are not, and that the channel database cannot upload again
     */
    record Checked(
            java.util.UUID id,
            String channelDatabase,
            long counterFrom,
            long counterTo,
            int rows,
            long found,
            int lost) {

        boolean isIncomplete() {
            return found + lost < rows;
        }
    }
}
