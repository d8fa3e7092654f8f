package io.counterpart.messaging.log;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The result of one batch of a relay.
 *
 * @param read rows read from the log; 0: there were none, or another owner holds the lease
 * @param sent counters of the rows that Kafka acknowledged and that are marked, ascending
 * @param refused rows that Kafka will never accept, set aside
 * @param failure why the others were not sent; they stay in the log
 * @param rerun whether the rows were sent before; a batch never mixes both kinds
 * @param more whether rows may wait behind this batch
 */
public record RelayBatch(
        int read,
        List<Long> sent,
        int refused,
        long counterFrom,
        long counterTo,
        Instant startedAt,
        Instant finishedAt,
        @Nullable String failure,
        boolean rerun,
        boolean more) {

    static RelayBatch nothing(Instant at) {
        return new RelayBatch(0, List.of(), 0, 0, 0, at, at, null, false, false);
    }
}
