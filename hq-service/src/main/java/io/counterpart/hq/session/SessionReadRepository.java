package io.counterpart.hq.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads upload and download sessions for the page. */
@Repository
class SessionReadRepository {

    private static final String UPLOADS = """
            select id, channel_database, 'P-0001' job, counter_from, counter_to, rows, status, try_count, message, started_at, finished_at,
              rerun, rerun_for
            from upload_session
            """;

    private static final String DOWNLOADS = """
            select id, channel_database, job, null::bigint counter_from, null::bigint counter_to, rows, status, try_count, message,
              started_at, finished_at, false rerun, null::uuid rerun_for
            from download_session
            """;

    private static final String MATCHING = """
            where (cast(:database as text) is null or channel_database = :database)
              and (not :failed or status like '%FAILED')
            """;

    // Sessions may have started at the same time.
    private static final String BEYOND =
            " and (started_at, id) %s ((select started_at from %s where id = :position), :position)";

    private final JdbcClient jdbc;

    SessionReadRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the filter, also if the page is the one ahead of a session. */
    List<SessionView> sessions(SessionFilter filter, int limit) {
        boolean backwards = filter.after() != null;
        boolean ascending = filter.oldestFirst() != backwards;
        String direction = ascending ? "asc" : "desc";
        boolean fromTheStart = filter.before() == null && filter.after() == null;
        String sql = (filter.download() ? DOWNLOADS : UPLOADS) + MATCHING
                + (fromTheStart ? "" : BEYOND.formatted(ascending ? ">" : "<", table(filter)))
                + " order by started_at " + direction + ", id " + direction + " limit :limit";
        var sessions = new ArrayList<>(jdbc.sql(sql)
                .param("database", filter.channelDatabase())
                .param("failed", filter.failed())
                .param("position", backwards ? filter.after() : filter.before())
                .param("limit", limit)
                .query(SessionView.class)
                .list());
        if (backwards) {
            Collections.reverse(sessions);
        }
        return sessions;
    }

    /** Counts up to a limit. */
    long count(SessionFilter filter, int limit) {
        String sql = "select count(*) from (select 1 from " + table(filter) + " " + MATCHING + " limit :limit) counted";
        return jdbc.sql(sql)
                .param("database", filter.channelDatabase())
                .param("failed", filter.failed())
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    private static String table(SessionFilter filter) {
        return filter.download() ? "download_session" : "upload_session";
    }

    List<String> channelDatabases() {
        return jdbc.sql("select name from channel_database order by 1")
                .query(String.class)
                .list();
    }
}
