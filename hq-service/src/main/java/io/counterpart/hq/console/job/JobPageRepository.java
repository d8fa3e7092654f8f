package io.counterpart.hq.console.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Jobs and the sessions of the channels, for the pages. */
@Repository
class JobPageRepository {

    private static final String JOBS = """
            select j.job, j.title, j.recurrence, j.held, j.last_run_at, j.version, r.outcome last_outcome, r.started_at last_started,
              r.finished_at last_finished, r.rows_read last_read, r.rows_done last_done, r.rows_failed last_failed, r.error last_error
            from batch_job j
            left join lateral (select * from batch_job_run r where r.job = j.job order by r.id desc limit 1) r on true
            """;

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

    JobPageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<JobRow> jobs() {
        return jdbc.sql(JOBS + "order by j.job").query(JobRow.class).list();
    }

    Optional<JobRow> job(String job) {
        return jdbc.sql(JOBS + "where j.job = :job")
                .param("job", job)
                .query(JobRow.class)
                .optional();
    }

    List<SessionRow> sessions(boolean download, @Nullable String database, boolean failed, Instant before, int limit) {
        return jdbc.sql(download ? DOWNLOADS : UPLOADS)
                .param("database", database)
                .param("failed", failed)
                .param("before", before.toString())
                .param("limit", limit)
                .query(SessionRow.class)
                .list();
    }

    List<String> channelDatabases() {
        return jdbc.sql("select name from channel_database order by 1")
                .query(String.class)
                .list();
    }

    /** What moved between a channel database and HQ. */
    record SessionRow(
            java.util.UUID id,
            String channelDatabase,
            String job,
            @Nullable Long counterFrom,
            @Nullable Long counterTo,
            int rows,
            String status,
            int tryCount,
            @Nullable String message,
            Instant startedAt,
            @Nullable Instant finishedAt,
            boolean rerun,
            java.util.@Nullable UUID rerunFor) {

        public String tag() {
            return status.endsWith("FAILED") ? "bad" : status.equals("APPLIED") ? "ok" : "info";
        }
    }
}
