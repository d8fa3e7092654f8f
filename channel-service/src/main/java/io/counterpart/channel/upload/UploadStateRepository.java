package io.counterpart.channel.upload;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how large the operation log is, and what Kafka refused of it. */
@Repository
class UploadStateRepository {

    private static final String STATE = """
            select (select count(*) from async_operation_queue where refused is not null) refused,
              pg_total_relation_size('async_operation') + pg_total_relation_size('async_operation_queue') bytes
            """;

    private final JdbcClient jdbc;

    UploadStateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UploadState read() {
        return jdbc.sql(STATE).query(UploadState.class).single();
    }

    /**
     * The operation log at one moment.
     *
     * @param refused operations that Kafka will never accept
     * @param bytes size on disk, with indexes
     */
    record UploadState(long refused, long bytes) {

        static final UploadState UNKNOWN = new UploadState(0, 0);
    }
}
