package io.counterpart.messaging.database;

import java.util.Optional;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads which PostgreSQL database this is. The value changes after a restore to a point in time, a failover, a dump that
 * was restored, and a copy.
 */
public final class DatabaseIdentity {

    // Another cluster, another timeline (restore to a point in time, failover), or another database (dump, template).
    private static final String CURRENT = """
            select concat_ws('/', (select system_identifier from pg_control_system()),
              substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8),
              (select oid from pg_database where datname = current_database()))
            """;

    private final JdbcClient jdbc;

    public DatabaseIdentity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty: the database does not answer, or the role may not read it. */
    public Optional<String> current() {
        try {
            return Optional.of(jdbc.sql(CURRENT).query(String.class).single());
        } catch (DataAccessException e) {
            return Optional.empty();
        }
    }
}
