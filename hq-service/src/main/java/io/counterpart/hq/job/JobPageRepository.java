package io.counterpart.hq.job;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads batch jobs with their last runs for the pages. */
@Repository
class JobPageRepository {

    private static final String JOBS = """
            select j.job, j.title, j.recurrence, j.held, j.last_run_at, j.version, r.outcome last_outcome, r.started_at last_started,
              r.finished_at last_finished, r.rows_read last_read, r.rows_done last_done, r.rows_failed last_failed, r.error last_error
            from batch_job j
            left join lateral (select * from batch_job_run r where r.job = j.job order by r.id desc limit 1) r on true
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

    List<String> channelDatabases() {
        return jdbc.sql("select name from channel_database order by 1")
                .query(String.class)
                .list();
    }
}
