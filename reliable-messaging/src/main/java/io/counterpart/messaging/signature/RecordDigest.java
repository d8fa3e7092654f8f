package io.counterpart.messaging.signature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

import io.counterpart.messaging.RecordSigner;

/** The SHA-256 of everything in a record that has a meaning: topic, key, value and the headers that a reader uses. */
final class RecordDigest {

    // The trace context is left out: it changes nothing, and a proxy may rewrite it.
    private static final List<String> HEADERS =
            List.of("ce_id", "ce_type", "ce_source", "ce_time", "replicationcounter", "rerun");

    // The length of a field that is not there.
    private static final int NONE = -1;

    // Looking one up takes longer than a short hash.
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(RecordDigest::newSha256);

    private RecordDigest() {}

    static byte[] of(ProducerRecord<String, byte[]> record) {
        return of(record.topic(), record.key(), record.value(), record.headers());
    }

    static byte[] of(ConsumerRecord<String, byte[]> record) {
        return of(record.topic(), record.key(), record.value(), record.headers());
    }

    /** The digest of this thread, without content. */
    static MessageDigest sha256() {
        MessageDigest digest = SHA_256.get();
        digest.reset();
        return digest;
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static void write(byte[] signature, ProducerRecord<String, byte[]> record) {
        record.headers().remove(RecordSigner.HEADER);
        record.headers().add(RecordSigner.HEADER, Base64.getEncoder().encode(signature));
    }

    /** Returns the signature of a record, null without one; empty if it is not Base64. */
    static byte @Nullable [] signature(ConsumerRecord<String, byte[]> record) {
        byte[] header = value(record.headers(), RecordSigner.HEADER);
        try {
            return header == null ? null : Base64.getDecoder().decode(header);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] of(String topic, @Nullable String key, byte @Nullable [] value, Headers headers) {
        MessageDigest digest = sha256();
        byte[] topicBytes = bytes(topic);
        byte[] keyBytes = key == null ? null : bytes(key);
        ByteBuffer before = ByteBuffer.allocate(size(topicBytes) + size(keyBytes) + Integer.BYTES);
        add(before, topicBytes);
        add(before, keyBytes);
        before.putInt(value == null ? NONE : value.length);
        digest.update(before.array());
        if (value != null) {
            digest.update(value);
        }
        return digest.digest(after(headers));
    }

    private static byte[] after(Headers headers) {
        byte[][] values = values(headers);
        ByteBuffer after = ByteBuffer.allocate(
                Stream.of(values).mapToInt(RecordDigest::size).sum());
        for (byte[] each : values) {
            add(after, each);
        }
        return after.array();
    }

    // With its length, so that no two records have the same digest by moving bytes from one field to the next. In a
    // buffer, since single bytes cost a digest more than what they are part of.
    private static void add(ByteBuffer buffer, byte @Nullable [] field) {
        buffer.putInt(field == null ? NONE : field.length);
        if (field != null) {
            buffer.put(field);
        }
    }

    private static int size(byte @Nullable [] field) {
        return Integer.BYTES + (field == null ? 0 : field.length);
    }

    // In one pass, in the order of HEADERS; of headers with the same name, the last one counts.
    private static byte[][] values(Headers headers) {
        var values = new byte[HEADERS.size()][];
        for (Header header : headers) {
            int at = HEADERS.indexOf(header.key());
            if (at >= 0) {
                values[at] = header.value();
            }
        }
        return values;
    }

    private static byte @Nullable [] value(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : header.value();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
