package io.counterpart.messaging.bulk;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes PostgreSQL find rows by their keys for the rest of a transaction, regardless of its estimates of table sizes.
 *
 * <p>Queue tables are empty when they are analyzed and long under load, and a table that is being filled for the first
 * time has no statistics at all: without this setting, the planner scanned whole tables for every chunk of five hundred
 * keys.
 */
public final class KeyLookupPlan {

    private static final String SETTINGS = """
            select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
              set_config('enable_mergejoin', 'off', true)
            """;

    private final JdbcTemplate jdbc;

    public KeyLookupPlan(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Takes one round trip. Fails without a transaction, where the settings would have no effect. */
    public void forCurrentTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("There is no transaction that a plan could be chosen for");
        }
        jdbc.query(SETTINGS, row -> {});
    }
}
