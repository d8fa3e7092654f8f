package io.counterpart.channel.messaging;

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
import io.counterpart.testsupport.schema.SchemaCheck;

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
                document.path("components").path("schemas").path("LogHeaders").path("properties");

        assertThat(headers.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(constants(RecordHeaders.class));
    }

    @Test
    void describesEveryGoldenEvent() throws IOException {
        var check = new SchemaCheck(document);
        var described = new ArrayList<String>();
        for (JsonNode message : document.path("components").path("messages")) {
            for (JsonNode file : message.path("x-golden-files")) {
                described.add(file.asString());
                JsonNode event = json.readTree(Files.readString(GOLDEN.resolve(file.asString())));
                assertThat(check.differences(message.path("payload"), event))
                        .as(file.asString())
                        .isEmpty();
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
