package io.counterpart.channel.messaging;

import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.GlobalConfiguration;
import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.session.ChannelReport;
import io.counterpart.contract.snapshot.CustomerConverted;
import io.counterpart.contract.snapshot.CustomerSnapshot;

import static org.assertj.core.api.Assertions.assertThat;

/** The schemas of the AsyncAPI document have exactly the fields of the contract types. */
class AsyncApiSchemaTests {

    private static final Path DOCUMENT = Path.of("../docs/asyncapi/counterpart.yaml");
    private static final Map<Class<?>, String> TYPES = Map.ofEntries(
            Map.entry(String.class, "string"),
            Map.entry(UUID.class, "string"),
            Map.entry(Instant.class, "string"),
            Map.entry(int.class, "integer"),
            Map.entry(Integer.class, "integer"),
            Map.entry(long.class, "integer"),
            Map.entry(Long.class, "integer"),
            Map.entry(BigDecimal.class, "number"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(Boolean.class, "boolean"));

    private final JsonNode schemas = read().path("components").path("schemas");
    private final Set<String> checked = new HashSet<>();

    @Test
    void everySchemaHasTheFieldsOfItsType() {
        List<Class<?>> messages = List.of(
                CustomerOperation.class,
                CustomerSnapshot.class,
                CustomerConverted.class,
                ChannelConfiguration.class,
                GlobalConfiguration.class,
                JobCommand.class,
                ChannelReport.class);

        messages.forEach(this::check);

        // No schema is left over from a former type.
        assertThat(schemas.propertyStream().map(Map.Entry::getKey).filter(name -> !name.endsWith("Headers")))
                .containsExactlyInAnyOrderElementsOf(checked);
    }

    private void check(Class<?> type) {
        String name = type.getSimpleName();
        if (!checked.add(name)) {
            return;
        }
        JsonNode schema = schemas.path(name);
        assertThat(schema.isObject()).as(name).isTrue();
        JsonSubTypes kinds = type.getAnnotation(JsonSubTypes.class);
        if (kinds == null) {
            checkFields(name, schema, type);
        } else {
            checkKinds(name, schema, kinds);
        }
    }

    private void checkKinds(String name, JsonNode schema, JsonSubTypes kinds) {
        assertThat(schema.path("oneOf").valueStream().map(AsyncApiSchemaTests::referenced))
                .as(name)
                .containsExactlyInAnyOrderElementsOf(Stream.of(kinds.value())
                        .map(kind -> kind.value().getSimpleName())
                        .toList());
        for (JsonSubTypes.Type kind : kinds.value()) {
            check(kind.value());
            JsonNode described = schemas.path(kind.value().getSimpleName());
            assertThat(described.at("/properties/kind/const").asString("")).isEqualTo(kind.name());
        }
    }

    private void checkFields(String name, JsonNode schema, Class<?> type) {
        List<RecordComponent> fields = Arrays.asList(type.getRecordComponents());
        assertThat(schema.path("properties").propertyStream().map(Map.Entry::getKey))
                .as(name)
                .filteredOn(field -> !field.equals("kind"))
                .containsExactlyElementsOf(
                        fields.stream().map(RecordComponent::getName).toList());
        assertThat(schema.path("required").valueStream().map(JsonNode::asString))
                .as("required fields of " + name)
                .filteredOn(field -> !field.equals("kind"))
                .containsExactlyElementsOf(fields.stream()
                        .filter(field -> !isNullable(field.getAnnotatedType()))
                        .map(RecordComponent::getName)
                        .toList());
        fields.forEach(field -> checkValue(
                name + "/" + field.getName(),
                schema.path("properties").path(field.getName()),
                field.getAnnotatedType().getType(),
                isNullable(field.getAnnotatedType())));
    }

    private void checkValue(String at, JsonNode schema, Type type, boolean nullable) {
        if (type instanceof ParameterizedType generic) {
            checkContainer(at, schema, generic, nullable);
        } else if (type instanceof Class<?> simple && TYPES.containsKey(simple)) {
            checkType(at, schema, TYPES.getOrDefault(simple, ""), nullable);
        } else if (type instanceof Class<?> values && values.isEnum()) {
            checkType(at, schema, "string", nullable);
            checkEnum(at, schema.path("enum"), values, nullable);
        } else if (type instanceof Class<?> object && object != Object.class) {
            assertThat(schema.has("oneOf")).as(at).isEqualTo(nullable);
            assertThat(referenced(nullable ? schema.path("oneOf").path(0) : schema))
                    .as(at)
                    .isEqualTo(object.getSimpleName());
            check(object);
        }
    }

    private static void checkEnum(String at, JsonNode described, Class<?> values, boolean nullable) {
        assertThat(described.valueStream().anyMatch(JsonNode::isNull)).as(at).isEqualTo(nullable);
        assertThat(described.valueStream().filter(value -> !value.isNull()).map(JsonNode::asString))
                .as(at)
                .containsExactlyElementsOf(Stream.of(values.getEnumConstants())
                        .map(Object::toString)
                        .toList());
    }

    private void checkContainer(String at, JsonNode schema, ParameterizedType type, boolean nullable) {
        boolean list = type.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw);
        Type[] of = type.getActualTypeArguments();
        checkType(at, schema, list ? "array" : "object", nullable);
        checkValue(at + "[]", schema.path(list ? "items" : "additionalProperties"), of[of.length - 1], false);
    }

    private static void checkType(String at, JsonNode schema, String type, boolean nullable) {
        JsonNode types = schema.path("type");
        List<String> described = types.isArray()
                ? types.valueStream().map(JsonNode::asString).toList()
                : List.of(types.asString("none"));
        assertThat(described).as(at).isEqualTo(nullable ? List.of(type, "null") : List.of(type));
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static String referenced(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static JsonNode read() {
        try {
            return JsonMapper.shared().valueToTree(new Yaml().load(Files.readString(DOCUMENT)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
