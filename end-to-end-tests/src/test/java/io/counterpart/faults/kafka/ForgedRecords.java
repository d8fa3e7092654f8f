package io.counterpart.faults.kafka;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.contract.RecordHeaders;
import io.counterpart.contract.Topics;
import io.counterpart.messaging.signature.HmacKey;
import io.counterpart.stack.client.DemoTokens;

/** Well-formed and signed records with contents that a channel service would send only with a fault. */
public final class ForgedRecords {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ForgedRecords() {}

    /** A heartbeat with arbitrary figures, which a later one must replace. */
    public static ProducerRecord<String, byte[]> heartbeat(String channelDatabase, Instant at) {
        return signed(
                channelDatabase,
                record(
                        Topics.SESSIONS,
                        channelDatabase,
                        Map.of(
                                "kind",
                                "HEARTBEAT",
                                "schemaVersion",
                                1,
                                "channelDatabase",
                                channelDatabase,
                                "at",
                                at.toString(),
                                "waitingOperations",
                                1_000_000_000_000L,
                                "held",
                                false,
                                "channelVersions",
                                Map.of(),
                                "globalVersion",
                                0)));
    }

    public static ProducerRecord<String, byte[]> edit(Edit edit) {
        ProducerRecord<String, byte[]> record = record(
                Topics.P_0001,
                edit.asyncCustomerId().toString(),
                Map.of(
                        "schemaVersion", 1,
                        "operationId", edit.operationId().toString(),
                        "channelDatabase", edit.channelDatabase(),
                        "channel", edit.channel(),
                        "asyncCustomerId", edit.asyncCustomerId().toString(),
                        "operationNumber", edit.operationNumber(),
                        "occurredAt", edit.occurredAt().toString(),
                        "body", Map.of("kind", "EDIT_PROFILE", "changes", List.of(edit.change()))));
        record.headers().add(RecordHeaders.ID, edit.operationId().toString().getBytes(StandardCharsets.UTF_8));
        return signed(edit.channelDatabase(), record);
    }

    private static ProducerRecord<String, byte[]> record(String topic, String key, Map<String, Object> value) {
        return new ProducerRecord<>(topic, key, JSON.writeValueAsBytes(value));
    }

    /** Signs the record as the channel database does in the local stack. */
    public static ProducerRecord<String, byte[]> signed(String channelDatabase, ProducerRecord<String, byte[]> record) {
        byte[] token = DemoTokens.realTimeService(channelDatabase).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token);
            HmacKey.derivedFrom(hash).sign(List.of(record));
            return record;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets one field of a customer to a value. */
    public record Edit(
            UUID operationId,
            String channelDatabase,
            String channel,
            UUID asyncCustomerId,
            int operationNumber,
            Instant occurredAt,
            String field,
            String value) {

        Map<String, Object> change() {
            return Map.of("field", field, "newValue", value);
        }
    }
}
