package io.counterpart.hq.restore;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code channel_restore}. */
@Repository
class ChannelRestoreRepository {

    // Heartbeat and upload have the time of the channel. A heartbeat that is clearly later than an upload and does not
    // include its counter comes from an older state of the database. The highest counter is found by its index; an
    // implausibly high counter is ignored.
    private static final String DETECT = """
            insert into channel_restore (id, channel_database, detected_at, reported_counter, highest_counter)
            select gen_random_uuid(), heartbeat.channel_database, :now::timestamptz, reported, replication_counter
            from (
              select channel_database, at, (report ->> 'highestCounter')::bigint as reported
              from channel_heartbeat) as heartbeat
            cross join lateral (
              select replication_counter, uploaded_at from async_operation
              where async_operation.channel_database = heartbeat.channel_database
                and replication_counter < 1000000000000000
              order by replication_counter desc limit 1) as newest
            where reported < replication_counter
              and uploaded_at < heartbeat.at - :margin * interval '1 millisecond'
            on conflict (channel_database) where healed_at is null do nothing
            returning id, channel_database, reported_counter, highest_counter
            """;

    private static final String UNHEARD = """
            update channel_restore set commanded_at = :now::timestamptz
            from channel_heartbeat
            where channel_heartbeat.channel_database = channel_restore.channel_database
              and healed_at is null
              and (report ->> 'highestCounter')::bigint < highest_counter
              and (commanded_at is null or commanded_at < :before::timestamptz)
            returning id, channel_restore.channel_database, reported_counter, highest_counter
            """;

    // An operator decides about creations.
    private static final String CONFLICTS = """
            select recid from open_operation join async_operation using (recid)
            where status = 'FAILED' and error_code = 'operation-number-used' and kind <> 'CREATE_CUSTOMER'
              and open_operation.channel_database in (
                select channel_database from channel_restore where healed_at is null)
            order by recid limit :limit
            """;

    // The channel assigns new counters, has uploaded everything that it created since, and HQ has applied it. At least
    // a minute passes, because the topics of heartbeats and operations are consumed at different speeds.
    private static final String HEAL = """
            update channel_restore set healed_at = :now::timestamptz
            from channel_heartbeat
            where channel_heartbeat.channel_database = channel_restore.channel_database
              and healed_at is null
              and detected_at < :now::timestamptz - interval '1 minute'
              and (report ->> 'highestCounter')::bigint >= highest_counter
              and (report ->> 'waitingOperations')::bigint = 0
              and not exists (
                select from open_operation join async_operation using (recid)
                where open_operation.channel_database = channel_restore.channel_database
                  and (status <> 'FAILED' or (error_code = 'operation-number-used' and kind <> 'CREATE_CUSTOMER')))
            returning id, channel_restore.channel_database, reported_counter, highest_counter
            """;

    private final JdbcClient jdbc;

    ChannelRestoreRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The databases newly found to be restored, each once. */
    List<ChannelRestore> detect(Instant now, Duration margin) {
        return jdbc.sql(DETECT)
                .param("now", now.toString())
                .param("margin", margin.toMillis())
                .query(ChannelRestore.class)
                .list();
    }

    /** Those whose channels do not assign counters above HQ's yet and require the command. */
    List<ChannelRestore> unheard(Instant now, Instant before) {
        return jdbc.sql(UNHEARD)
                .param("now", now.toString())
                .param("before", before.toString())
                .query(ChannelRestore.class)
                .list();
    }

    List<Long> conflicts(int limit) {
        return jdbc.sql(CONFLICTS).param("limit", limit).query(Long.class).list();
    }

    List<ChannelRestore> heal(Instant now) {
        return jdbc.sql(HEAL)
                .param("now", now.toString())
                .query(ChannelRestore.class)
                .list();
    }

    long open() {
        return jdbc.sql("select count(*) from channel_restore where healed_at is null")
                .query(Long.class)
                .single();
    }
}
