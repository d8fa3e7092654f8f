package io.counterpart.channel.wire;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.contract.RecordHeaders;
import io.counterpart.contract.Topics;

import static org.assertj.core.api.Assertions.assertThat;

class AsyncApiTests {

    private static final Path DOCUMENT = Path.of("../docs/asyncapi/counterpart.yaml");
    private static final Path GOLDEN = Path.of("../shared-model/src/test/resources/golden");

    private final JsonMapper json = JsonMapper.shared();
    private final JsonNode document = read();

    @Test
    void describesEveryTopicAndItsDeadLetters() throws IllegalAccessException {
        List<String> addresses = document.path("channels")
                .valueStream()
                .map(channel -> channel.path("address").asString())
                .toList();

        for (String topic : constants(Topics.class)) {
            if (!topic.equals(Topics.DEAD_LETTER_SUFFIX)) {
                assertThat(addresses).contains(topic, topic + Topics.DEAD_LETTER_SUFFIX);
            }
        }
    }

    @Test
    void describesEveryHeader() throws IllegalAccessException {
        JsonNode headers =
                document.path("components").path("schemas").path("Headers").path("properties");

        assertThat(headers.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(constants(RecordHeaders.class));
    }

    @Test
    void describesEveryFieldOfEveryGoldenEvent() throws IOException {
        var described = new ArrayList<String>();
        for (JsonNode message : document.path("components").path("messages")) {
            String schema = message.path("payload").path("$ref").asString("");
            for (JsonNode file : message.path("x-golden-files")) {
                described.add(file.asString());
                JsonNode event = json.readTree(Files.readString(GOLDEN.resolve(file.asString())));
                check(file.asString(), event, document.at(schema.replaceFirst("#", "")));
            }
        }

        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(described)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void refersToNothingThatIsNotThere() throws IOException {
        List<String> references = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.contains("$ref: '#"))
                .map(line -> line.substring(line.indexOf('#') + 1, line.lastIndexOf('\'')))
                .toList();

        assertThat(references)
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        pointer -> assertThat(document.at(pointer).isObject()).isTrue());
    }

    private void check(String at, JsonNode value, JsonNode named) {
        String reference = named.path("$ref").asString("");
        JsonNode schema = reference.isEmpty() ? named : document.at(reference.substring(1));
        assertThat(types(schema)).as(at).contains(type(value));
        if (value.isObject() && !schema.has("additionalProperties")) {
            value.propertyStream().forEach(field -> {
                JsonNode described = schema.path("properties").path(field.getKey());
                assertThat(described.isObject()).as(at + "/" + field.getKey()).isTrue();
                check(at + "/" + field.getKey(), field.getValue(), described);
            });
        }
        if (value.isArray()) {
            value.forEach(element -> check(at + "[]", element, schema.path("items")));
        }
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.valueStream().map(JsonNode::asString).toList() : List.of(type.asString("none"));
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case ARRAY -> "array";
            case OBJECT -> "object";
            default -> value.isIntegralNumber() ? "integer" : "number";
        };
    }

    private static List<String> constants(Class<?> type) throws IllegalAccessException {
        var values = new ArrayList<String>();
        for (Field field : type.getFields()) {
            values.add(String.valueOf(field.get(null)));
        }
        return values;
    }

    private JsonNode read() {
        try {
            return json.valueToTree(new Yaml().load(Files.readString(DOCUMENT)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
