package io.counterpart.messaging.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import io.opentelemetry.api.trace.SpanKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.counterpart.messaging.BatchSpans;
import io.counterpart.messaging.RecordSender;
import io.counterpart.messaging.RecordSigner;
import io.counterpart.messaging.failpoint.FailPoint;

/**
 * Publishes an operation log, one batch per call:
 *
 * <ol>
 *   <li>acquire the lease, so that one owner publishes a log at a time; it is renewed when a third of it has passed;
 *   <li>read the oldest rows that are yet to be sent, by their state and never by a watermark, because counters commit
 *       out of order;
 *   <li>sign and send all of them, then wait for all acknowledgments;
 *   <li>mark the acknowledged rows, in one statement that checks the lease again.
 * </ol>
 *
 * <p>This takes two round trips, whatever the size of the batch (and one more for every third of the lease that Kafka
 * takes). A crash between 3 and 4 sends rows again, and a row that failed alone arrives after its successors: consumers
 * see an operation at least once, mostly in the order of its key, and must check both its id and its number.
 */
public final class Relay {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    private final RelayRepository repository;
    private final RecordSender sender;
    private final RecordSigner signer;
    private final RelaySettings settings;
    private final LeaseLossListener leaseLossListener;
    private final BatchSpans spans;
    private final Clock clock;
    private long fence;
    private long heldAt;
    private List<LogRecord> unmarked = List.of();
    private long fenceOfUnmarked;

    Relay(
            RelayRepository repository,
            RecordSender sender,
            RecordSigner signer,
            RelaySettings settings,
            LeaseLossListener overtaken,
            BatchSpans spans,
            Clock clock) {
        this.repository = repository;
        this.sender = sender;
        this.signer = signer;
        this.settings = settings;
        this.leaseLossListener = overtaken;
        this.spans = spans;
        this.clock = clock;
    }

    /** Publishes one batch; safe to call from several processes. */
    public synchronized RelayBatch relayOnce() {
        Instant start = clock.instant();
        holdLease();
        notifyLeaseLoss();
        List<LogRecord> pending = fence == 0 ? List.of() : repository.pending();
        List<LogRecord> batch = ofOneKind(pending);
        if (batch.isEmpty()) {
            return RelayBatch.nothing(start);
        }
        FailPoint.reached(settings.name() + ".read");
        unmarked = batch;
        fenceOfUnmarked = fence;
        signer.sign(batch.stream().map(LogRecord::record).toList());
        var sending = new BatchSender(sender, settings, this::renewLease);
        SendOutcome outcome = sending.send(batch);
        FailPoint.reached(settings.name() + ".sent");
        mark(outcome);
        boolean more = batch.size() < pending.size() || pending.size() == settings.batchSize();
        Instant end = clock.instant();
        spans.record(
                settings.name() + " publish",
                SpanKind.PRODUCER,
                start,
                end,
                batch.stream().map(LogRecord::traceparent));
        return outcome.toBatch(batch, start, end, more);
    }

    // A session is either a rerun or not, so rows that were sent before and new rows are published in separate batches.
    private static List<LogRecord> ofOneKind(List<LogRecord> pending) {
        int end = 0;
        while (end < pending.size()
                && pending.get(end).rerun() == pending.get(0).rerun()) {
            end++;
        }
        return pending.subList(0, end);
    }

    /** Releases the lease, so that another owner can acquire it immediately. */
    synchronized void releaseLease() {
        fence = 0;
        repository.releaseLease();
    }

    // The lease is renewed well before it expires rather than for every batch, because a renewal is a commit. A relay
    // that was paused beyond its lease detects this when it marks.
    private void holdLease() {
        if (fence == 0 || System.nanoTime() - heldAt > settings.lease().toNanos() / 3) {
            renewLease();
        }
    }

    // Another fencing token, or none: another owner has since published the rows that this owner had read, and perhaps
    // newer records.
    private void notifyLeaseLoss() {
        if (unmarked.isEmpty() || fence == fenceOfUnmarked) {
            return;
        }
        // Records still in flight would otherwise arrive after anything that the listener publishes now.
        sender.flush();
        leaseLossListener.publishedAfterLeaseLoss(
                unmarked.stream().map(LogRecord::logKey).collect(Collectors.toSet()));
        unmarked = List.of();
    }

    // Whether the lease is still the one under which the batch was read.
    private boolean renewLease() {
        long before = fence;
        heldAt = System.nanoTime();
        fence = repository.acquireLease(settings.lease());
        return fence == before;
    }

    private void mark(SendOutcome outcome) {
        if (!outcome.sent().isEmpty() && repository.markSent(fence, outcome.sent()) == 0) {
            fence = 0;
            outcome.leaseLost(settings.name());
            log.warn("{} lost its lease while it published; the new owner publishes again", settings.name());
        }
        if (outcome.isComplete()) {
            unmarked = List.of();
        }
        if (!outcome.refused().isEmpty()) {
            repository.markRefused(outcome.refused());
            log.error("{}: Kafka will never accept rows {}", settings.name(), outcome.refused());
        }
    }

    Duration sweep() {
        return settings.sweep();
    }

    String name() {
        return settings.name();
    }
}
