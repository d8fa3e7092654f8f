package io.counterpart.messaging.log;

import java.time.Duration;

/**
 * How a relay runs.
 *
 * @param name of the lease and the thread
 * @param source the header {@code ce_source} of every record
 * @param owner who this process is among those that share the lease
 * @param batchSize rows of one read and one mark
 * @param sweep how often the log is looked at when nobody woke the relay: commits of other processes are found by it
 * @param lease how long a silent owner keeps the relay; afterwards another takes over
 * @param sendTimeout how long to wait for Kafka's acknowledgements of one batch; the producer's {@code max.block.ms}
 *     should be shorter, and its {@code linger.ms} 0: a batch is sent as fast as it can be read anyway
 */
public record RelaySettings(
        String name, String source, String owner, int batchSize, Duration sweep, Duration lease, Duration sendTimeout) {

    /** The settings that were found to be fast and to recover within ten seconds. */
    public static RelaySettings of(String name, String source, String owner) {
        return new RelaySettings(
                name, source, owner, 2000, Duration.ofMillis(250), Duration.ofSeconds(5), Duration.ofSeconds(30));
    }
}
