package io.counterpart.messaging.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Hands a batch of records to a handler, which takes all of it in one transaction:
 *
 * <ol>
 *   <li>what cannot be read goes to the dead letters, and the others go on;
 *   <li>when the handler fails for the data, the batch is halved until the record that nobody can bear is alone, and
 *       that one goes to the dead letters;
 *   <li>when the handler fails for the world (database away, Kafka away), the failure is thrown on, so that the
 *       container repeats the whole batch until the world is back.
 * </ol>
 *
 * <p>The handler has to bear a record that it took before: after a crash the last batch comes again.
 */
public final class BatchIntake<T> {

    private final Decoder<T> decoder;
    private final Consumer<List<Received<T>>> handler;
    private final DeadLetters deadLetters;

    public BatchIntake(Decoder<T> decoder, Consumer<List<Received<T>>> handler, DeadLetters deadLetters) {
        this.decoder = decoder;
        this.handler = handler;
        this.deadLetters = deadLetters;
    }

    public void accept(List<ConsumerRecord<String, byte[]>> records) {
        var readable = new ArrayList<Received<T>>(records.size());
        for (var record : records) {
            try {
                readable.add(new Received<>(decoder.decode(record), record));
            } catch (Exception e) {
                deadLetters.put(record, "Unreadable: " + e.getMessage());
            }
        }
        handle(readable);
    }

    private void handle(List<Received<T>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            handler.accept(batch);
        } catch (RuntimeException e) {
            if (!Faults.isOfTheData(e)) {
                throw e;
            }
            split(batch, e);
        }
    }

    private void split(List<Received<T>> batch, RuntimeException cause) {
        if (batch.size() == 1) {
            deadLetters.put(batch.get(0).record(), "Unbearable: " + cause.getMessage());
            return;
        }
        int half = batch.size() / 2;
        handle(batch.subList(0, half));
        handle(batch.subList(half, batch.size()));
    }

    /** Reads the value of a record; throws whatever it likes when it cannot. */
    @FunctionalInterface
    public interface Decoder<T> {

        T decode(ConsumerRecord<String, byte[]> record) throws Exception;
    }
}
