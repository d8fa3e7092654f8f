package io.counterpart.faults.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.contract.Topics;
import io.counterpart.faults.check.DistributedSnapshot;
import io.counterpart.faults.kafka.TopicReader;

/** The snapshots on 1010, without injected garbage. */
final class TopicSnapshots {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> FIELDS = List.of("firstName", "middleName", "email", "phone");

    private TopicSnapshots() {}

    static List<DistributedSnapshot> read(String bootstrapServers, String markers) {
        return new TopicReader(bootstrapServers)
                .all(Topics.CUSTOMERS_1010).stream()
                        .flatMap(TopicSnapshots::json)
                        .filter(snapshot -> marker(snapshot).startsWith(markers))
                        .map(TopicSnapshots::distributed)
                        .toList();
    }

    private static Stream<JsonNode> json(ConsumerRecord<String, byte[]> record) {
        try {
            return record.value() == null ? Stream.empty() : Stream.of(JSON.readTree(record.value()));
        } catch (JacksonException e) {
            return Stream.empty();
        }
    }

    private static DistributedSnapshot distributed(JsonNode snapshot) {
        var applied = new LinkedHashMap<String, Integer>();
        snapshot.path("appliedOperations")
                .properties()
                .forEach(database ->
                        applied.put(database.getKey(), database.getValue().asInt()));
        var fields = new LinkedHashMap<String, String>();
        for (String field : FIELDS) {
            String value = profile(snapshot).path(field).asString("");
            if (!value.isEmpty()) {
                fields.put(field, value);
            }
        }
        snapshot.path("content")
                .path("addresses")
                .valueStream()
                .filter(address -> address.path("street").asString("").equals("s0-" + marker(snapshot)))
                .forEach(address -> fields.put("city", address.path("city").asString("")));
        String number = snapshot.path("accountNumber").asString("");
        return new DistributedSnapshot(
                UUID.fromString(snapshot.path("asyncCustomerId").asString()),
                snapshot.path("version").asLong(),
                number.isEmpty() ? null : number,
                marker(snapshot),
                applied,
                Map.copyOf(fields));
    }

    private static String marker(JsonNode snapshot) {
        return profile(snapshot).path("lastName").asString("");
    }

    private static JsonNode profile(JsonNode snapshot) {
        return snapshot.path("content").path("profile");
    }
}
