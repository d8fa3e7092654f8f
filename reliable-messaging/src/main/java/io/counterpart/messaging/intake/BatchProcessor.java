package io.counterpart.messaging.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.opentelemetry.api.trace.SpanKind;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import io.counterpart.messaging.BatchSpans;

/**
 * Passes a batch of records to a handler, which processes all of it in one transaction:
 *
 * <ol>
 *   <li>undecodable records and those that the check rejects are set aside, and the others are processed;
 *   <li>when the handler fails because of the data, the batch is halved until the poison record is alone; it is retried
 *       once, since a conflict with another transaction looks the same and is transient, and then set aside;
 *   <li>when the handler fails because of the environment (database or Kafka unavailable), the failure is rethrown, so
 *       that the container repeats the whole batch until the environment recovers;
 *   <li>at the end, the records set aside are published as dead letters: not earlier, or every repetition would add
 *       them again.
 * </ol>
 *
 * <p>The handler must be idempotent: after a crash the last batch is delivered again.
 */
public final class BatchProcessor<T> {

    private final Decoder<T> decoder;
    private final Check<T> check;
    private final Consumer<List<ReceivedRecord<T>>> handler;
    private final DeadLetterPublisher deadLetters;
    private final BatchSpans spans;

    public BatchProcessor(
            Decoder<T> decoder,
            Check<T> check,
            Consumer<List<ReceivedRecord<T>>> handler,
            DeadLetterPublisher deadLetters,
            BatchSpans spans) {
        this.decoder = decoder;
        this.check = check;
        this.handler = handler;
        this.deadLetters = deadLetters;
        this.spans = spans;
    }

    public void accept(List<ConsumerRecord<String, byte[]>> records) {
        var setAside = new ArrayList<RejectedRecordHandler>();
        handle(readable(records, setAside), setAside);
        setAside.forEach(letter -> deadLetters.publish(letter.record, letter.reason));
    }

    private List<ReceivedRecord<T>> readable(
            List<ConsumerRecord<String, byte[]>> records, List<RejectedRecordHandler> setAside) {
        var readable = new ArrayList<ReceivedRecord<T>>(records.size());
        for (var record : records) {
            try {
                readable.add(new ReceivedRecord<>(decoder.decode(record), record));
            } catch (Exception e) {
                setAside.add(RejectedRecordHandler.because("Unreadable", e, record));
            }
        }
        readable.removeIf(received -> isRefused(received, setAside));
        return readable;
    }

    private boolean isRefused(ReceivedRecord<T> received, List<RejectedRecordHandler> setAside) {
        try {
            check.check(received);
            return false;
        } catch (RejectedRecordException e) {
            setAside.add(RejectedRecordHandler.because("Refused", e, received.record()));
            return true;
        }
    }

    private void handle(List<ReceivedRecord<T>> batch, List<RejectedRecordHandler> setAside) {
        if (batch.isEmpty()) {
            return;
        }
        if (batch.size() == 1) {
            handleAlone(batch, setAside);
        } else if (faultOf(batch) != null) {
            int half = batch.size() / 2;
            handle(batch.subList(0, half), setAside);
            handle(batch.subList(half, batch.size()), setAside);
        }
    }

    private void handleAlone(List<ReceivedRecord<T>> single, List<RejectedRecordHandler> setAside) {
        if (faultOf(single) == null) {
            return;
        }
        RuntimeException again = faultOf(single);
        if (again != null) {
            setAside.add(RejectedRecordHandler.because(
                    "Unbearable", again, single.get(0).record()));
        }
    }

    /** Returns the data fault, or null if the handler processed the batch. */
    private @Nullable RuntimeException faultOf(List<ReceivedRecord<T>> batch) {
        Instant start = spans.now();
        try {
            handler.accept(batch);
            spans.record(
                    batch.get(0).record().topic() + " process",
                    SpanKind.CONSUMER,
                    start,
                    spans.now(),
                    batch.stream().map(it -> it.header("traceparent")));
            return null;
        } catch (RuntimeException e) {
            if (FaultClassifier.isOfTheData(e)) {
                return e;
            }
            throw e;
        }
    }

    /** Decodes the value of a record; may throw any exception when it cannot. */
    @FunctionalInterface
    public interface Decoder<T> {

        T decode(ConsumerRecord<String, byte[]> record) throws Exception;
    }

    /** Checks who sent a record; any exception except the rejection is a fault of the environment. */
    @FunctionalInterface
    public interface Check<T> {

        /** Throws {@link RejectedRecordException} for a record that is not to be processed. */
        void check(ReceivedRecord<T> received);
    }

    /** A record to be published as a dead letter, with its reason. */
    private record RejectedRecordHandler(ConsumerRecord<String, byte[]> record, String reason) {

        static RejectedRecordHandler because(String what, Exception e, ConsumerRecord<String, byte[]> record) {
            return new RejectedRecordHandler(record, what + ": " + DeadLetterReason.of(e));
        }
    }
}
