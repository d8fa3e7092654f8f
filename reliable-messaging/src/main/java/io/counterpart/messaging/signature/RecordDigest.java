package io.counterpart.messaging.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        add(digest, bytes(topic));
        add(digest, key == null ? null : bytes(key));
        add(digest, value);
        Map<String, byte[]> values = values(headers);
        HEADERS.forEach(name -> add(digest, values.get(name)));
        return digest.digest();
    }

    // With its length, so that no two records have the same digest by moving bytes from one field to the next.
    private static void add(MessageDigest digest, byte @Nullable [] field) {
        int length = field == null ? -1 : field.length;
        digest.update((byte) (length >>> 24));
        digest.update((byte) (length >>> 16));
        digest.update((byte) (length >>> 8));
        digest.update((byte) length);
        if (field != null) {
            digest.update(field);
        }
    }

    // In one pass; of headers with the same name, the last one counts.
    private static Map<String, byte[]> values(Headers headers) {
        var values = new HashMap<String, byte[]>();
        for (Header header : headers) {
            if (header.value() == null) {
                values.remove(header.key());
            } else {
                values.put(header.key(), header.value());
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
