package io.counterpart.benchmarks;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import io.counterpart.stack.process.StackException;

/** Holds and releases the P-job through HQ, as an operator does. */
public final class PJobClient {

    private static final String NAME = "P-0001";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 50;

    private final Target target;

    public PJobClient(Target target) {
        this.target = target;
    }

    /** Returns when the hold has reached the channel: it is sent over Kafka. */
    public void hold() throws InterruptedException {
        try {
            target.hq().holdJob(NAME).expect(200, 202, 204);
            Instant end = Instant.now().plus(LIMIT);
            while (!isHeld()) {
                if (Instant.now().isAfter(end)) {
                    throw new StackException("The channel did not hold %s within %s.".formatted(NAME, LIMIT));
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException | SQLException e) {
            throw new StackException("%s could not be held: %s.".formatted(NAME, e.getMessage()), e);
        }
    }

    /** Returns the time of the release. A second release has no effect. */
    public Instant release() {
        try {
            Instant now = Instant.now();
            target.hq().releaseJob(NAME).expect(200, 202, 204);
            return now;
        } catch (IOException e) {
            throw new StackException("%s could not be released: %s.".formatted(NAME, e.getMessage()), e);
        }
    }

    private boolean isHeld() throws SQLException {
        try (var connection = DriverManager.getConnection(target.database(), "postgres", "");
                var rows = connection.createStatement().executeQuery("select held from p_job_setting")) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
