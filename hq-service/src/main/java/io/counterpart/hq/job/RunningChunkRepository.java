package io.counterpart.hq.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.hq.problem.HqProblem;

/**
 * The running chunks of batch jobs on all instances: each holds a shared advisory lock until its transaction ends. The
 * lock manager queues fairly, so a waiting hold is not starved by new chunks, and no row is written.
 */
@Component
class RunningChunkRepository {

    private static final Logger log = LoggerFactory.getLogger(RunningChunkRepository.class);
    private static final int LOCK_CLASS = 0x4a6f62;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    // Two statements in one round trip; the second sees what was committed while the first waited.
    private static final String START = """
            select pg_advisory_xact_lock_shared(?, hashtext(?));
            select held from batch_job where job = ?
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate ownTransaction;

    RunningChunkRepository(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        var definition = new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.ownTransaction = new TransactionTemplate(transactions, definition);
    }

    /** Registers a chunk in the caller's transaction, unless the job is on hold. */
    boolean start(String job) {
        ConnectionCallback<Boolean> statement = connection -> start(connection, job);
        return Boolean.TRUE.equals(jdbc.execute(statement));
    }

    /** Returns when every chunk that was started before has ended, or after ten seconds. */
    void await(String job) {
        try {
            ownTransaction.executeWithoutResult(status -> {
                jdbc.execute("set local lock_timeout = " + LONGEST_WAIT.toMillis());
                jdbc.queryForList("select pg_advisory_xact_lock(?, hashtext(?))::text", String.class, LOCK_CLASS, job);
            });
        } catch (PessimisticLockingFailureException e) {
            log.warn("A chunk of {} still runs {} s after the job was held", job, LONGEST_WAIT.toSeconds());
        }
    }

    private static boolean start(Connection connection, String job) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(START)) {
            statement.setInt(1, LOCK_CLASS);
            statement.setString(2, job);
            statement.setString(3, job);
            statement.execute();
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                if (!row.next()) {
                    throw HqProblem.BATCH_JOB_NOT_FOUND.because("Batch job “%s” doesn’t exist.".formatted(job));
                }
                return !row.getBoolean(1);
            }
        }
    }
}
