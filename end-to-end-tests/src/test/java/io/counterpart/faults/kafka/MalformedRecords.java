package io.counterpart.faults.kafka;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Records that cannot be processed. */
final class MalformedRecords {

    private static final int BIG = 900_000;

    private final String topic;

    MalformedRecords(String topic) {
        this.topic = topic;
    }

    List<ProducerRecord<String, byte[]>> oneOfEach(Random random) {
        String key = new UUID(random.nextLong(), random.nextLong()).toString();
        var noise = new byte[200];
        random.nextBytes(noise);
        return List.of(
                record(key, noise),
                record(null, noise),
                record(key, null),
                record(key, new byte[0]),
                of(key, "null"),
                of(key, "[1, 2, 3]"),
                of(key, "{\"schemaVersion\": 1}"),
                of(key, "{\"schemaVersion\": 1, \"body\": {\"kind\": \"NO_SUCH_KIND\"}}"),
                of(key, "{\"unfinished\": \""),
                of(key, operation(key, "\\u0000")),
                of(key, operation(key, "x".repeat(5_000))),
                of(key, operation("not-a-uuid", "Lee")),
                of(key, "x".repeat(BIG)));
    }

    private ProducerRecord<String, byte[]> of(String key, String value) {
        return record(key, value.getBytes(StandardCharsets.UTF_8));
    }

    private ProducerRecord<String, byte[]> record(@Nullable String key, byte @Nullable [] value) {
        return new ProducerRecord<>(topic, key, value);
    }

    // Well-formed, but rejected by every database. The operation id belongs to no channel.
    private static String operation(String customer, String lastName) {
        return """
                {"schemaVersion": 1, "operationId": "%s", "channelDatabase": "nowhere", "channel": "NOWHERE",
                 "asyncCustomerId": "%s", "operationNumber": 1, "mode": "ASYNC", "asyncReason": "FUNCTIONALITY_PROFILE",
                 "occurredAt": "2026-01-01T00:00:00Z",
                 "body": {"kind": "CREATE_CUSTOMER", "content": {"profile": {"type": "PERSON", "lastName": "%s"}}}}
                """.formatted(UUID.nameUUIDFromBytes(customer.getBytes(StandardCharsets.UTF_8)), customer, lastName);
    }
}
