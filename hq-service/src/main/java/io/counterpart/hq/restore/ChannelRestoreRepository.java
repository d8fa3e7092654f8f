package io.counterpart.hq.restore;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code channel_restore}. */
@Repository
class ChannelRestoreRepository {

    // Heartbeat and upload carry the clock of the channel. A heartbeat that was made well after an upload, and does not
    // know its counter, comes from an older state of the database. The index finds the highest counter; one above the
    // limit is forged.
    private static final String LOWER_COUNTER = """
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

    // A sequence may skip numbers when its database recovers, so a loss of a few operations need not show in the
    // counters:
    // the identity of the database does.
    private static final String OTHER_DATABASE = """
            with heartbeat as (
              select channel_database, left(report ->> 'databaseIdentity', 80) as now,
                coalesce((report ->> 'highestCounter')::bigint, 0) as reported
              from channel_heartbeat where report ->> 'databaseIdentity' is not null),
            changed as (
              select channel_database, reported from heartbeat
              join channel_database_identity as seen using (channel_database) where seen.identity <> now),
            saved as (
              insert into channel_database_identity (channel_database, identity, seen_at)
              select channel_database, now, :now::timestamptz from heartbeat
              on conflict (channel_database) do update set identity = excluded.identity, seen_at = excluded.seen_at
              where channel_database_identity.identity <> excluded.identity)
            insert into channel_restore (id, channel_database, detected_at, reported_counter, highest_counter)
            select gen_random_uuid(), channel_database, :now::timestamptz, reported, coalesce((
              select max(replication_counter) from async_operation
              where async_operation.channel_database = changed.channel_database
                and replication_counter < 1000000000000000), 0)
            from changed
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

    /** The databases whose counters are lower than those that HQ has staged, each once. */
    List<ChannelRestore> withLowerCounter(Instant now, Duration margin) {
        return jdbc.sql(LOWER_COUNTER)
                .param("now", now.toString())
                .param("margin", margin.toMillis())
                .query(ChannelRestore.class)
                .list();
    }

    /** The databases that are not the ones that HQ saw before, each once. */
    List<ChannelRestore> withOtherIdentity(Instant now) {
        return jdbc.sql(OTHER_DATABASE)
                .param("now", now.toString())
                .query(ChannelRestore.class)
                .list();
    }

    /** Those whose channel does not give counters above HQ's yet and has to be told. */
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
