package io.counterpart.hq.session;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.hq.problem.StorableTimes;

/** Reads upload and download sessions for the page. */
@Repository
class SessionReadRepository {

    private static final String UPLOADS = """
            select id, channel_database, 'P-0001' job, counter_from, counter_to, rows, status, try_count, message, started_at, finished_at,
              rerun, rerun_for
            from upload_session
            where (cast(:database as text) is null or channel_database = :database)
              and (not :failed or status like '%FAILED') and started_at < cast(:before as timestamptz)
            order by started_at desc limit :limit
            """;

    private static final String DOWNLOADS = """
            select id, channel_database, job, null::bigint counter_from, null::bigint counter_to, rows, status, try_count, message,
              started_at, finished_at, false rerun, null::uuid rerun_for
            from download_session
            where (cast(:database as text) is null or channel_database = :database)
              and (not :failed or status like '%FAILED') and started_at < cast(:before as timestamptz)
            order by started_at desc limit :limit
            """;

    private final JdbcClient jdbc;

    SessionReadRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SessionView> sessions(boolean download, @Nullable String database, boolean failed, Instant before, int limit) {
        return jdbc.sql(download ? DOWNLOADS : UPLOADS)
                .param("database", database)
                .param("failed", failed)
                .param("before", StorableTimes.require("before", before).toString())
                .param("limit", limit)
                .query(SessionView.class)
                .list();
    }

    List<String> channelDatabases() {
        return jdbc.sql("select name from channel_database order by 1")
                .query(String.class)
                .list();
    }
}
