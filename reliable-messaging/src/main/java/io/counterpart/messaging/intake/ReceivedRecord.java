package io.counterpart.messaging.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record from Kafka with its decoded value. */
public record ReceivedRecord<T>(T value, ConsumerRecord<String, byte[]> record) {

    /** Returns a header as text, or null if the sender omitted it. */
    public @Nullable String header(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The timestamp of the record in Kafka. */
    public Instant arrivedAt() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** The value as it was sent. */
    public String text() {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
