package io.counterpart.hq.page;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts open issues; each count reads a partial index or a few rows. Every page shows them, so the failed operations
 * are counted without the others of {@link OpenOperationCounts}.
 */
@Repository
class OpenIssueRepository {

    // A first scan may find very many possible duplicates.
    private static final int MOST = 10_000;

    private static final String COUNT = """
            select (select count(*) from open_operation where status = 'FAILED') failed_operations,
                   (select count(*) from dead_letter where status = 'OPEN') dead_letters,
                   (select count(*) from batch_job where held) held_jobs,
                   (select count(*) from (select from duplicate_pair where status = 'OPEN' limit :most) it) possible_duplicates
            """;

    private final JdbcClient jdbc;

    OpenIssueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    OpenIssueCounts count() {
        return jdbc.sql(COUNT).param("most", MOST).query(OpenIssueCounts.class).single();
    }
}
