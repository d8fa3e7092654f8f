package io.counterpart.messaging;

import java.util.concurrent.Future;
import java.util.function.Supplier;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Sends records with the producer that the factory returns at the moment of each call. It caches no producer: one
 * cannot be created while the broker's name does not resolve, and the factory, which also closes it, replaces a
 * producer that failed permanently.
 */
public final class RecordSender {

    private final Supplier<Producer<String, byte[]>> producers;

    public RecordSender(Supplier<Producer<String, byte[]>> producers) {
        this.producers = producers;
    }

    public Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
        return producers.get().send(record);
    }

    /** Calls back on a thread of the producer, which must not be blocked. */
    public Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback done) {
        return producers.get().send(record, done);
    }

    /** Waits until every sent record is acknowledged or has failed. */
    public void flush() {
        producers.get().flush();
    }
}
