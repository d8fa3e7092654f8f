package io.counterpart.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.counterpart.contract.Topics;
import io.counterpart.testsupport.schema.SchemaCheck;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares all records of all topics, from the first one, with the AsyncAPI document. Records that were rejected as
 * dead letters, and those that other scenarios inject, are skipped.
 */
final class DescribedRecords {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String bootstrapServers;
    private final JsonNode document = document();
    private final SchemaCheck check = new SchemaCheck(document);

    DescribedRecords(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void assertThatAllAreDescribed() {
        int described = 0;
        for (JsonNode channel : document.path("channels")) {
            String topic = channel.path("address").asString();
            if (!topic.endsWith(Topics.DEAD_LETTER_SUFFIX)) {
                described += check(topic, channel.path("messages"));
            }
        }
        assertThat(described).as("records").isGreaterThan(10);
    }

    private int check(String topic, JsonNode messages) {
        Set<String> rejected = new HashSet<>();
        for (var letter : records(topic + Topics.DEAD_LETTER_SUFFIX)) {
            JsonNode headers = headers(letter);
            rejected.add(headers.path("dlt-original-partition").asString("") + "-"
                    + headers.path("dlt-original-offset").asString(""));
        }
        List<ConsumerRecord<String, byte[]>> records = records(topic).stream()
                .filter(record -> !rejected.contains(record.partition() + "-" + record.offset()))
                .filter(record -> record.headers().lastHeader(TopicProbe.INJECTED) == null)
                .toList();
        for (var record : records) {
            assertThat(differences(messages, record))
                    .as("%s-%d at %d", topic, record.partition(), record.offset())
                    .isEmpty();
        }
        return records.size();
    }

    // The message that fits best explains why none fits.
    private List<String> differences(JsonNode messages, ConsumerRecord<String, byte[]> record) {
        List<String> fewest = List.of();
        boolean first = true;
        for (JsonNode reference : messages) {
            JsonNode message = check.resolved(reference);
            var found = new ArrayList<>(check.differences(message.path("headers"), headers(record)));
            found.addAll(check.differences(message.path("payload"), value(record)));
            if (first || found.size() < fewest.size()) {
                fewest = found;
            }
            first = false;
        }
        return fewest;
    }

    private static JsonNode value(ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value();
        try {
            return value == null ? JsonNodeFactory.instance.nullNode() : JSON.readTree(value);
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.stringNode("no JSON");
        }
    }

    private static ObjectNode headers(ConsumerRecord<String, byte[]> record) {
        ObjectNode headers = JSON.createObjectNode();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }

    private List<ConsumerRecord<String, byte[]>> records(String topic) {
        return new TopicProbe(bootstrapServers, topic).all();
    }

    private static JsonNode document() {
        try {
            return JSON.valueToTree(
                    new Yaml().load(Files.readString(Path.of("..", "docs", "asyncapi", "counterpart.yaml"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
