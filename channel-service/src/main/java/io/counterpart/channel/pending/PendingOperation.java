package io.counterpart.channel.pending;

import java.time.Instant;
import java.util.UUID;

/**
 * An operation that HQ has not acknowledged.
 *
 * @param channel the channel that created its customer
 * @param since when the operation was created, by the clock of its creator
 * @param uploaded whether the P-job has sent it
 */
public record PendingOperation(
        long replicationCounter,
        UUID operationId,
        UUID asyncCustomerId,
        int operationNumber,
        String channel,
        Instant since,
        boolean uploaded) {

    PendingOperation sinceAtLatest(Instant latest) {
        return since.isAfter(latest)
                ? new PendingOperation(
                        replicationCounter, operationId, asyncCustomerId, operationNumber, channel, latest, uploaded)
                : this;
    }
}
