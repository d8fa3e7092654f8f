package io.counterpart.messaging.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Hands a batch of records to a handler, which takes all of it in one transaction:
 *
 * <ol>
 *   <li>what cannot be read is set aside, and the others go on;
 *   <li>when the handler fails for the data, the batch is halved until the record that nobody can bear is alone; it is
 *       tried once more, since a clash with another transaction looks the same and passes, and then set aside;
 *   <li>when the handler fails for the world (database away, Kafka away), the failure is thrown on, so that the
 *       container repeats the whole batch until the world is back;
 *   <li>at the end, what was set aside goes to the dead letters: not before, or every repetition would add them again.
 * </ol>
 *
 * <p>The handler has to bear a record that it took before: after a crash the last batch comes again.
 */
public final class BatchProcessor<T> {

    private final Decoder<T> decoder;
    private final Consumer<List<ReceivedRecord<T>>> handler;
    private final DeadLetterPublisher deadLetters;

    public BatchProcessor(
            Decoder<T> decoder, Consumer<List<ReceivedRecord<T>>> handler, DeadLetterPublisher deadLetters) {
        this.decoder = decoder;
        this.handler = handler;
        this.deadLetters = deadLetters;
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
        return readable;
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

    /** The fault of the data, or null where the handler took the batch. */
    private @Nullable RuntimeException faultOf(List<ReceivedRecord<T>> batch) {
        try {
            handler.accept(batch);
            return null;
        } catch (RuntimeException e) {
            if (FaultClassifier.isOfTheData(e)) {
                return e;
            }
            throw e;
        }
    }

    /** Reads the value of a record; throws whatever it likes when it cannot. */
    @FunctionalInterface
    public interface Decoder<T> {

        T decode(ConsumerRecord<String, byte[]> record) throws Exception;
    }

    /** A record on its way to the dead letters. */
    private record RejectedRecordHandler(ConsumerRecord<String, byte[]> record, String reason) {

        static RejectedRecordHandler because(String what, Exception e, ConsumerRecord<String, byte[]> record) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new RejectedRecordHandler(record, what + ": " + why);
        }
    }
}
