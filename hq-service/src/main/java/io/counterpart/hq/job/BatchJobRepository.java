package io.counterpart.hq.job;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code batch_job}. */
@Repository
class BatchJobRepository {

    private static final String COLUMNS = "select job, title, recurrence, held, last_run_at, version from batch_job ";

    private final JdbcClient jdbc;

    BatchJobRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<BatchJob> all() {
        return jdbc.sql(COLUMNS + "order by job").query(BatchJob.class).list();
    }

    Optional<BatchJob> find(String job) {
        return jdbc.sql(COLUMNS + "where job = :job")
                .param("job", job)
                .query(BatchJob.class)
                .optional();
    }

    /** Whether this call changed anything. */
    boolean hold(String job, boolean held) {
        return jdbc.sql("update batch_job set held = :held, version = version + 1 where job = :job and held <> :held")
                        .param("job", job)
                        .param("held", held)
                        .update()
                == 1;
    }

    boolean reschedule(String job, String recurrence, long version) {
        return jdbc.sql("""
                        update batch_job set recurrence = :recurrence, version = version + 1
                        where job = :job and version = :version
                        """)
                        .param("job", job)
                        .param("recurrence", recurrence)
                        .param("version", version)
                        .update()
                == 1;
    }

    void ran(String job, Instant at) {
        jdbc.sql("update batch_job set last_run_at = :at where job = :job")
                .param("job", job)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }
}
