package io.counterpart.testsupport.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Breaks one place of a JSON value. */
final class JsonMutation {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> OTHERS = List.of(
            "null",
            "true",
            "5",
            "-1",
            "1.5",
            "\"\"",
            "\"text\"",
            "[]",
            "{}",
            "[[1]]",
            "{\"a\":[1,{}]}",
            "[null,\"x\"]");

    private JsonMutation() {}

    /** The text of the value after one of its places was broken; the value itself is changed. */
    static String broken(JsonNode value, Random random) {
        var containers = new ArrayList<JsonNode>();
        collect(value, containers);
        if (containers.isEmpty()) {
            return raw(random);
        }
        JsonNode container = HostileValues.one(containers, random);
        if (container instanceof ObjectNode object) {
            breakObject(object, random);
        } else if (container instanceof ArrayNode array) {
            breakArray(array, random);
        }
        return value.toString();
    }

    private static void collect(JsonNode value, List<JsonNode> containers) {
        if (value.isContainer()) {
            containers.add(value);
            value.forEach(child -> collect(child, containers));
        }
    }

    private static void breakObject(ObjectNode object, Random random) {
        List<String> names = List.copyOf(object.propertyNames());
        if (names.isEmpty() || random.nextInt(12) == 0) {
            object.set(HostileValues.text(random), rawNode(raw(random)));
            return;
        }
        String name = HostileValues.one(names, random);
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            // The same field twice.
            case 1 -> object.set(name, rawNode("1,\"%s\":%s".formatted(name, raw(random))));
            default -> object.set(name, rawNode(raw(random)));
        }
    }

    private static void breakArray(ArrayNode array, Random random) {
        if (array.isEmpty() || random.nextInt(3) == 0) {
            array.add(rawNode(raw(random)));
        } else if (random.nextInt(6) == 0) {
            array.add(rawNode("null" + ",1".repeat(600)));
        } else {
            array.set(random.nextInt(array.size()), rawNode(raw(random)));
        }
    }

    private static JsonNode rawNode(String raw) {
        return JSON.rawValueNode(new RawValue(raw));
    }

    private static String raw(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> HostileValues.one(OTHERS, random);
            case 1 -> HostileValues.number(random);
            default -> quoted(HostileValues.text(random));
        };
    }

    /** A lone surrogate has no encoding in UTF-8, but JSON can escape it. */
    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c < ' ' || c == '"' || c == '\\' || c > '\u00ff') {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
