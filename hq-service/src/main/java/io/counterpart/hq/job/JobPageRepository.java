package io.counterpart.hq.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads batch jobs with their last runs for the pages. */
@Repository
class JobPageRepository {

    // One row of the index per channel database.
    private static final String LAST_UPLOADS = """
            select d.name channel_database, u.started_at, u.finished_at, u.rows, u.status, u.message
            from channel_database d
            left join lateral (
              select * from upload_session u where u.channel_database = d.name order by u.started_at desc limit 1) u on true
            """;

    // The P-job runs in the channels: its runs are their upload sessions. last_run_at is when HQ last called it.
    private static final String JOBS = """
            with run as (
              select j.job, j.last_run_at as ran_at, r.outcome, r.started_at, r.finished_at, r.rows_done done, r.error
              from batch_job j
              left join lateral (select * from batch_job_run r where r.job = j.job order by r.id desc limit 1) r on true
              where j.job <> 'P-0001'
              union all
              (select 'P-0001', started_at, case when status like '%%FAILED' then 'ERROR' else 'ENDED' end, started_at,
                 finished_at, case when status like '%%FAILED' then 0 else rows end, message
               from (%s) u where started_at is not null order by started_at desc limit 1))
            select j.job, j.title, j.recurrence, j.held, j.version, j.last_run_at called_at, run.ran_at last_run_at,
              run.outcome last_outcome, run.started_at last_started, run.finished_at last_finished, run.done last_done,
              run.error last_error
            from batch_job j left join run on run.job = j.job
            """.formatted(LAST_UPLOADS);

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

    /** The last upload session of each channel database. */
    List<UploadRow> lastUploads() {
        return jdbc.sql(LAST_UPLOADS + "order by d.name").query(UploadRow.class).list();
    }

    /**
     * A channel database with its last run of the P-job.
     *
     * @param startedAt null: it has not uploaded anything yet
     */
    record UploadRow(
            String channelDatabase,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Long rows,
            @Nullable String status,
            @Nullable String message) {

        public String tag() {
            return status != null && status.endsWith("FAILED") ? "bad" : "ok";
        }
    }
}
