package io.counterpart.messaging.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Accumulates the results of the sends of one batch. */
final class SendOutcome {

    private final List<Long> sent = new ArrayList<>();
    private final List<RelayRepository.RejectedRow> refused = new ArrayList<>();
    private @Nullable String failure;
    private boolean over;

    void sent(long counter) {
        sent.add(counter);
    }

    /** One row failed; the others may still arrive. */
    void failed(long counter, Throwable cause) {
        if (isFinal(cause)) {
            refused.add(new RelayRepository.RejectedRow(counter, String.valueOf(cause.getMessage())));
        } else {
            failure = String.valueOf(cause.getMessage());
        }
    }

    /** Stops waiting for further acknowledgments. The first reason is retained. */
    void fail(String reason) {
        if (!over) {
            failure = reason;
            over = true;
        }
    }

    /** Another owner publishes these rows again: the sends of this owner do not count. */
    void leaseLost(String name) {
        fail("The lease of %s went to another owner".formatted(name));
        sent.clear();
    }

    boolean isOver() {
        return over;
    }

    boolean isComplete() {
        return failure == null;
    }

    List<Long> sent() {
        return sent;
    }

    List<RelayRepository.RejectedRow> refused() {
        return refused;
    }

    RelayBatch toBatch(List<LogRecord> batch, Instant start, Instant end, boolean more) {
        return new RelayBatch(
                batch.size(),
                sent.stream().sorted().toList(),
                refused.size(),
                batch.get(0).counter(),
                batch.get(batch.size() - 1).counter(),
                start,
                end,
                failure,
                batch.get(0).rerun(),
                more);
    }

    // Any other failure may be transient and holds the log back until it passes: no row is set aside on a guess.
    private static boolean isFinal(Throwable cause) {
        return cause instanceof RecordTooLargeException
                || cause instanceof SerializationException
                || cause instanceof InvalidRecordException
                || cause instanceof InvalidTopicException;
    }
}
