package io.counterpart.messaging.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.counterpart.messaging.failpoint.FailPoint;

/**
 * Publishes an operation log, one batch at a call:
 *
 * <ol>
 *   <li>hold the lease, so that one owner publishes a log at a time; it is renewed when a third of it has passed;
 *   <li>read the oldest rows that are yet to be sent, by their state and never by a watermark, because counters commit
 *       out of order;
 *   <li>send all of them, then wait for all acknowledgements;
 *   <li>mark those that were acknowledged, in one statement that checks the lease again.
 * </ol>
 *
 * <p>Two round trips, whatever the size of the batch. Dying between 3 and 4 sends rows again: consumers see an
 * operation at least once and in the order of its key but for repetitions, and tell them by id and key version.
 */
public final class Relay {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    private final RelayRepository repository;
    private final Producer<String, byte[]> producer;
    private final RelaySettings settings;
    private final Clock clock;
    private long fence;
    private long heldAt;

    Relay(RelayRepository repository, Producer<String, byte[]> producer, RelaySettings settings, Clock clock) {
        this.repository = repository;
        this.producer = producer;
        this.settings = settings;
        this.clock = clock;
    }

    /** Publishes one batch; safe to call from several processes. */
    public synchronized RelayBatch relayOnce() {
        Instant start = clock.instant();
        holdLease();
        List<LogRecord> batch = fence == 0 ? List.of() : repository.pending();
        if (batch.isEmpty()) {
            return RelayBatch.nothing(start);
        }
        Outcome outcome = outcomeOf(batch, send(batch));
        FailPoint.reached(settings.name() + ".sent");
        if (!outcome.sent.isEmpty() && repository.markSent(fence, outcome.sent) == 0) {
            fence = 0;
            outcome.failure = "The lease of %s went to another owner".formatted(settings.name());
            log.warn("{} while it published; the other owner publishes again what was not marked", outcome.failure);
            outcome.sent.clear();
        }
        if (!outcome.refused.isEmpty()) {
            repository.markRefused(outcome.refused);
            log.error("{}: Kafka will never take rows {}", settings.name(), outcome.refused);
        }
        return outcome.toBatch(batch, start, clock.instant());
    }

    /** Lets another owner take over at once. */
    public synchronized void letGo() {
        fence = 0;
        repository.letGo();
    }

    // Renewed well before it runs out rather than at every batch: a renewal is a commit. A relay that slept over its
    // lease in between finds out when it marks.
    private void holdLease() {
        long now = System.nanoTime();
        if (fence == 0 || now - heldAt > settings.lease().toNanos() / 3) {
            fence = repository.hold(settings.lease());
            heldAt = now;
        }
    }

    private List<Future<RecordMetadata>> send(List<LogRecord> batch) {
        var acknowledgements = new ArrayList<Future<RecordMetadata>>(batch.size());
        for (LogRecord row : batch) {
            acknowledgements.add(producer.send(row.record()));
        }
        producer.flush();
        return acknowledgements;
    }

    private Outcome outcomeOf(List<LogRecord> batch, List<Future<RecordMetadata>> acknowledgements) {
        var outcome = new Outcome();
        long deadline = System.nanoTime() + settings.sendTimeout().toNanos();
        for (int i = 0; i < batch.size(); i++) {
            long counter = batch.get(i).counter();
            try {
                acknowledgements.get(i).get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                outcome.sent.add(counter);
            } catch (ExecutionException e) {
                outcome.failed(counter, e.getCause() == null ? e : e.getCause());
            } catch (TimeoutException e) {
                outcome.failure = "Kafka did not acknowledge in %s".formatted(settings.sendTimeout());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                outcome.failure = "The relay was stopped";
                return outcome;
            }
        }
        return outcome;
    }

    Duration sweep() {
        return settings.sweep();
    }

    String name() {
        return settings.name();
    }

    int batchSize() {
        return settings.batchSize();
    }

    /** What came of the sends of one batch, while it is gathered. */
    private static final class Outcome {

        private final List<Long> sent = new ArrayList<>();
        private final List<RelayRepository.Refused> refused = new ArrayList<>();
        private @org.jspecify.annotations.Nullable String failure;

        void failed(long counter, Throwable cause) {
            if (cause instanceof RecordTooLargeException || cause instanceof SerializationException) {
                refused.add(new RelayRepository.Refused(counter, String.valueOf(cause.getMessage())));
            } else {
                failure = String.valueOf(cause.getMessage());
            }
        }

        RelayBatch toBatch(List<LogRecord> batch, Instant start, Instant end) {
            return new RelayBatch(
                    batch.size(),
                    sent.size(),
                    refused.size(),
                    batch.get(0).counter(),
                    batch.get(batch.size() - 1).counter(),
                    start,
                    end,
                    failure);
        }
    }
}
