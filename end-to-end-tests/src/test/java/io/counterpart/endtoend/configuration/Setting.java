package io.counterpart.endtoend.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A setting of a service, as Spring Boot's annotation processor describes it.
 *
 * @param name in the form {@code hq.topics.partitions}
 * @param standard the value without a setting; empty if there is none
 */
record Setting(String name, String standard, String description) {

    /** The settings that the records of a module declare, in the order of their names. */
    static List<Setting> of(Path module) throws IOException {
        Path metadata = module.resolve("target/classes/META-INF/spring-configuration-metadata.json");
        if (!Files.exists(metadata)) {
            throw new IllegalStateException(metadata + " is missing: build from the root, ./mvnw verify");
        }
        return JsonMapper.shared()
                .readTree(Files.readString(metadata))
                .path("properties")
                .valueStream()
                .map(Setting::of)
                .sorted(Comparator.comparing(Setting::name))
                .toList();
    }

    private static Setting of(JsonNode property) {
        return new Setting(
                property.path("name").asString(),
                standard(property.path("defaultValue")),
                sentence(property.path("description").asString("")));
    }

    /** What the records of a group have in common: {@code hq.topics}. */
    String group() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    String variable() {
        return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    String row() {
        String value = standard.isEmpty() ? "" : "`" + standard + "`";
        return "| `%s` | %s | %s |".formatted(variable(), value, description);
    }

    private static String standard(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
                : value.asString("");
    }

    // Of a Javadoc parameter, which begins in lower case and has no full stop.
    private static String sentence(String javadoc) {
        String text = javadoc.replaceAll("\\s+", " ").strip().replaceAll("\\{@code ([^}]*)}", "`$1`");
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
