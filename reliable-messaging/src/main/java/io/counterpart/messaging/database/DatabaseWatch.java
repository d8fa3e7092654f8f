package io.counterpart.messaging.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.counterpart.messaging.Pause;
import io.counterpart.messaging.Worker;

/**
 * Detects quickly that a database has stopped responding. While requests are served quickly, it sends no probe. When a
 * request has waited for some time, it probes a connection outside the pool; if that does not respond either, it aborts
 * the statements of all requests, and requests are refused immediately until the database responds again. A statement
 * that merely takes long is not affected.
 */
final class DatabaseWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Pause PAUSE = Pause.atMost(Duration.ofMillis(100));
    private static final long SUSPICIOUS_NANOS = Duration.ofMillis(400).toNanos();
    // Prevents network components between the service and the database from dropping the idle probe connection.
    private static final long REFRESH_NANOS = Duration.ofSeconds(30).toNanos();

    private final DatabaseProbe probe;
    private final Queue<DatabaseUse> uses = new ConcurrentLinkedQueue<>();
    private final Worker worker;
    private volatile boolean silent;
    private long askedAt = System.nanoTime() - REFRESH_NANOS;

    DatabaseWatch(DatabaseProbe probe) {
        this.probe = probe;
        this.worker = new Worker("database-watch", this::look, DatabaseWatch::pauseAfterFailure).atEnd(probe::close);
        worker.start();
    }

    /** Opens a pooled connection for a request. */
    Connection connect(DatabaseProbe.ConnectionSource pool) throws SQLException {
        refuseWhileSilent();
        var use = new DatabaseUse();
        uses.add(use);
        try {
            Connection connection = pool.open();
            use.hold(connection);
            if (silent) {
                use.abort();
                connection.close();
                refuseWhileSilent();
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            use.end();
            throw e;
        }
    }

    private void refuseWhileSilent() throws SQLException {
        if (silent) {
            throw new SQLTransientConnectionException("The database does not answer", "08001");
        }
    }

    private Pause look() {
        uses.removeIf(DatabaseUse::isOver);
        DatabaseUse oldest = uses.peek();
        boolean suspicious = oldest != null && oldest.isOlderThan(SUSPICIOUS_NANOS);
        if (silent || suspicious || System.nanoTime() - askedAt > REFRESH_NANOS) {
            askedAt = System.nanoTime();
            note(probe.answers());
        }
        return PAUSE;
    }

    private static Pause pauseAfterFailure(RuntimeException failure, int failures) {
        log.warn("The database check failed: {}", failure.getMessage());
        return PAUSE;
    }

    private void note(boolean answers) {
        if (answers == silent) {
            log.warn(answers ? "The database responds again" : "The database does not respond; requests are rejected");
        }
        silent = !answers;
        if (silent) {
            uses.forEach(DatabaseUse::abort);
        }
    }

    @Override
    public void close() {
        worker.stop(Duration.ZERO);
    }
}
