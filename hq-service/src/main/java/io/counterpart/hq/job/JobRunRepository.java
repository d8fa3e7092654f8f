package io.counterpart.hq.job;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code batch_job_run}. */
@Repository
class JobRunRepository {

    private static final String BEGIN = """
            insert into batch_job_run (job, trigger, requested_by, node, started_at, finished_at, outcome)
            values (:job, :trigger, cast(:who as text), :node, cast(:at as timestamptz), cast(:at as timestamptz), 'ENDED')
            returning id
            """;

    private static final String ADD = """
            update batch_job_run
            set rows_read = rows_read + :read, rows_done = rows_done + :done, rows_failed = rows_failed + :failed,
                finished_at = cast(:at as timestamptz),
                outcome = case when cast(:error as text) is null then outcome else 'ERROR' end,
                error = coalesce(cast(:error as text), error)
            where id = :id
            """;

    private static final String LIST = """
            select id, trigger, requested_by, node, started_at, finished_at, outcome, rows_read, rows_done, rows_failed, error
            from batch_job_run where job = :job and id < :before order by id desc limit :limit
            """;

    private static final String DELETE = """
            delete from batch_job_run where id in (
              select id from batch_job_run where started_at < cast(:before as timestamptz) order by id limit 5000)
            """;

    private final JdbcClient jdbc;

    JobRunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long begin(String job, @Nullable String who, String node, Instant at) {
        return jdbc.sql(BEGIN)
                .param("job", job)
                .param("trigger", who == null ? "RECURRENCE" : "PERSON")
                .param("who", who)
                .param("node", node)
                .param("at", at.toString())
                .query(Long.class)
                .single();
    }

    void add(long id, JobRunRecorder.JobWork work, Instant at) {
        jdbc.sql(ADD)
                .param("id", id)
                .param("read", work.read())
                .param("done", work.done())
                .param("failed", work.failed())
                .param("error", work.error())
                .param("at", at.toString())
                .update();
    }

    List<RunView> list(String job, long before, int limit) {
        return jdbc.sql(LIST)
                .param("job", job)
                .param("before", before)
                .param("limit", limit)
                .query(RunView.class)
                .list();
    }

    int deleteBefore(Instant before) {
        return jdbc.sql(DELETE).param("before", before.toString()).update();
    }
}
