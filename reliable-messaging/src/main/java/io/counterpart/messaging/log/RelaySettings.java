package io.counterpart.messaging.log;

import java.time.Duration;

/**
 * The settings of a relay.
 *
 * @param name of the lease and the thread
 * @param source the header {@code ce_source} of every record
 * @param owner identifies this process among those that share the lease
 * @param batchSize rows of one read and one mark
 * @param sweep the interval at which the log is read without a signal, which finds commits of other processes
 * @param lease how long an unresponsive owner retains the relay; afterwards another owner takes over
 * @param sendTimeout how long to wait for Kafka's acknowledgments of one batch; the producer's {@code max.block.ms}
 *     should be shorter, and its {@code linger.ms} 0: a batch is sent as fast as it can be read anyway
 */
public record RelaySettings(
        String name, String source, String owner, int batchSize, Duration sweep, Duration lease, Duration sendTimeout) {

    /** Settings that were measured to be fast and to recover within ten seconds. */
    public static RelaySettings of(String name, String source, String owner) {
        return new RelaySettings(
                name, source, owner, 2000, Duration.ofMillis(250), Duration.ofSeconds(5), Duration.ofSeconds(30));
    }
}
