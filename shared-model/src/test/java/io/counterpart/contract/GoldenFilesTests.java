package io.counterpart.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.operation.OperationKind;
import io.counterpart.contract.session.ChannelReport;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The golden files fix the wire format between versions; both services read them in their own tests. To change them
 * deliberately, run {@code ./mvnw -pl shared-model test -Dgolden.write=true}.
 */
class GoldenFilesTests {

    // In a global configuration "attributes" is a list, which is skipped here too.
    private static final Set<String> MAPS = Set.of("attributes", "appliedOperations", "channelVersions", "changedAt");
    private static final Path FILES = Path.of("src/test/resources/golden");

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    static Stream<String> names() {
        return Examples.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void todaysTypesWriteTheGoldenFile(String name) throws IOException {
        String written = json.writeValueAsString(example(name)) + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file(name), written);
        }

        assertThat(json.readTree(written)).isEqualTo(golden(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void todaysTypesReadTheGoldenFile(String name) throws IOException {
        assertThat(read(golden(name), name)).isEqualTo(example(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void fieldsOfALaterVersionAreIgnoredEverywhere(String name) throws IOException {
        JsonNode later = golden(name);
        addUnknownFields(later);

        assertThat(read(later, name)).isEqualTo(example(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsLeftOutIsReadAsNull(String name) throws IOException {
        JsonNode sparse = golden(name);
        leaveNullsOut(sparse);

        assertThat(read(sparse, name)).isEqualTo(example(name));
    }

    @Test
    void everyKindHasAGoldenFileAndEveryFileAnExample() throws IOException {
        try (var files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(Examples.all().keySet());
        }
        assertThat(Examples.operations().stream().map(CustomerOperation::kind)).containsExactly(OperationKind.values());
        assertThat(typesOf(ChannelReport.class::isInstance)).isEqualTo(permitted(ChannelReport.class));
    }

    @Test
    void theKindInJsonIsTheKindOfTheBody() {
        assertThat(Examples.operations()).allSatisfy(operation -> {
            JsonNode body = json.valueToTree(operation.body());
            assertThat(body.get("kind").asString()).isEqualTo(operation.kind().name());
            assertThat(json.treeToValue(body, OperationBody.class)).isEqualTo(operation.body());
        });
    }

    private Object read(JsonNode tree, String name) {
        return json.treeToValue(tree, readAs(example(name)));
    }

    // A reader does not know the kind of a report in advance.
    private static Class<?> readAs(Object example) {
        return example instanceof ChannelReport ? ChannelReport.class : example.getClass();
    }

    private JsonNode golden(String name) throws IOException {
        return json.readTree(Files.readString(file(name)));
    }

    private static Path file(String name) {
        return FILES.resolve(name + ".json");
    }

    private static Object example(String name) {
        return Objects.requireNonNull(Examples.all().get(name));
    }

    // Skips the maps, whose keys are data.
    private static void addUnknownFields(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.propertyStream()
                    .filter(field -> !MAPS.contains(field.getKey()))
                    .forEach(field -> addUnknownFields(field.getValue()));
            object.put("fieldOfALaterVersion", "whatever");
        } else {
            node.forEach(GoldenFilesTests::addUnknownFields);
        }
    }

    private static void leaveNullsOut(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeNulls();
        }
        node.forEach(GoldenFilesTests::leaveNullsOut);
    }

    private static Set<Class<?>> typesOf(Predicate<Object> filter) {
        return Examples.all().values().stream()
                .filter(filter)
                .map(Object::getClass)
                .collect(Collectors.toSet());
    }

    private static Set<Class<?>> permitted(Class<?> sealed) {
        return new HashSet<>(Arrays.asList(sealed.getPermittedSubclasses()));
    }
}
