package io.counterpart.messaging.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record from Kafka and what it says. */
public record ReceivedRecord<T>(T value, ConsumerRecord<String, byte[]> record) {

    /** A header as text, or null where the sender left it out. */
    public @Nullable String header(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** When the record reached Kafka. */
    public Instant arrivedAt() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** The value as it was sent. */
    public String text() {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
