package io.counterpart.hq.page;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts open issues; each count reads a partial index or a few rows. Every page shows them, so the failed operations
 * are counted without the others of {@link OpenOperationCounts}.
 */
@Repository
class OpenIssueRepository {

    private static final String COUNT = """
            select (select count(*) from open_operation where status = 'FAILED') failed_operations,
                   (select count(*) from dead_letter where status = 'OPEN') dead_letters,
                   (select count(*) from batch_job where held) held_jobs
            """;

    private final JdbcClient jdbc;

    OpenIssueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    OpenIssueCounts count() {
        return jdbc.sql(COUNT).query(OpenIssueCounts.class).single();
    }
}
