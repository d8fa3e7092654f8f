package io.counterpart.hq.session;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads upload sessions in the order of time, each with what is staged of it. */
@Repository
class StagingGapRepository {

    private static final String SESSIONS = """
            select started_at, rows::bigint as uploaded,
              (select count(*) from async_operation as operation
                where operation.channel_database = session.channel_database
                  and operation.replication_counter between counter_from and counter_to) as staged
            from (
              select * from upload_session
              where channel_database = :database and started_at > :after and started_at < :before
              order by started_at limit :limit) as session
            order by started_at
            """;

    private final JdbcClient jdbc;

    StagingGapRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> channelDatabases() {
        return jdbc.sql("select channel_database from channel_heartbeat union select name from channel_database")
                .query(String.class)
                .list();
    }

    List<Session> sessions(String database, OffsetDateTime after, OffsetDateTime before, int limit) {
        return jdbc.sql(SESSIONS)
                .param("database", database)
                .param("after", after)
                .param("before", before)
                .param("limit", limit)
                .query(Session.class)
                .list();
    }

    /** An upload session. */
    record Session(Instant startedAt, long uploaded, long staged) {}
}
