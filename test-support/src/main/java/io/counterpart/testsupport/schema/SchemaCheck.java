package io.counterpart.testsupport.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * Checks values against the schemas of a document (JSON Schema 2020-12, as far as the documents use it). An undeclared
 * field is a difference, because the documents have to name every field that is sent.
 */
public final class SchemaCheck {

    private final JsonNode document;

    public SchemaCheck(JsonNode document) {
        this.document = document;
    }

    /** The differences between a value and a schema; empty: the value is valid. */
    public List<String> differences(JsonNode schema, JsonNode value) {
        var found = new ArrayList<String>();
        check("", resolved(schema), value, found);
        return found;
    }

    /** Follows references. */
    public JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (reference.isEmpty()) {
            return schema;
        }
        JsonNode target = document.at(reference.substring(1));
        if (target.isMissingNode()) {
            throw new IllegalArgumentException("Nothing is defined at " + reference);
        }
        return resolved(target);
    }

    private void check(String at, JsonNode schema, JsonNode value, List<String> found) {
        if (schema.has("oneOf")) {
            checkAlternatives(at, schema.path("oneOf"), value, found);
            return;
        }
        List<String> types = types(schema);
        if (!types.isEmpty() && types.stream().noneMatch(type -> isOf(type, value))) {
            found.add("%s is %s, not %s".formatted(at, value.getNodeType(), types));
            return;
        }
        if (schema.has("const") && !schema.path("const").equals(value)) {
            found.add("%s is %s, not %s".formatted(at, value, schema.path("const")));
        }
        if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
            found.add("%s is %s, not one of %s".formatted(at, value, schema.path("enum")));
        }
        if (value.isString()) {
            checkText(at, schema, value.asString(), found);
        } else if (value.isArray()) {
            checkArray(at, schema, value, found);
        } else if (value.isObject()) {
            checkObject(at, schema, value, found);
        }
    }

    // The alternative with the fewest differences explains best why none matches.
    private void checkAlternatives(String at, JsonNode alternatives, JsonNode value, List<String> found) {
        List<String> fewest = null;
        int matches = 0;
        for (JsonNode alternative : alternatives) {
            var differences = new ArrayList<String>();
            check(at, resolved(alternative), value, differences);
            matches += differences.isEmpty() ? 1 : 0;
            if (fewest == null || differences.size() < fewest.size()) {
                fewest = differences;
            }
        }
        if (matches > 1) {
            found.add("%s matches %d alternatives".formatted(at, matches));
        } else if (fewest != null) {
            found.addAll(fewest);
        }
    }

    private static void checkText(String at, JsonNode schema, String text, List<String> found) {
        int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        if (text.codePointCount(0, text.length()) > longest) {
            found.add("%s is longer than %d".formatted(at, longest));
        }
        if (schema.has("pattern")
                && !Pattern.compile(schema.path("pattern").asString())
                        .matcher(text)
                        .find()) {
            found.add("%s does not match %s".formatted(at, schema.path("pattern")));
        }
        if (!Formats.isValid(schema.path("format").asString(""), text)) {
            found.add("%s is not a %s".formatted(at, schema.path("format").asString()));
        }
    }

    private void checkArray(String at, JsonNode schema, JsonNode value, List<String> found) {
        if (value.size() > schema.path("maxItems").asInt(Integer.MAX_VALUE)) {
            found.add("%s has more than %s items".formatted(at, schema.path("maxItems")));
        }
        for (int i = 0; i < value.size(); i++) {
            check(at + "/" + i, resolved(schema.path("items")), value.get(i), found);
        }
    }

    private void checkObject(String at, JsonNode schema, JsonNode value, List<String> found) {
        schema.path("required").forEach(field -> {
            if (!value.has(field.asString())) {
                found.add("%s/%s is missing".formatted(at, field.asString()));
            }
        });
        boolean open = schema.has("additionalProperties") || !schema.has("properties");
        value.propertyStream().forEach(field -> {
            JsonNode property = schema.path("properties").path(field.getKey());
            if (!property.isMissingNode()) {
                check(at + "/" + field.getKey(), resolved(property), field.getValue(), found);
            } else if (open) {
                check(
                        at + "/" + field.getKey(),
                        resolved(schema.path("additionalProperties")),
                        field.getValue(),
                        found);
            } else {
                found.add("%s/%s is not declared".formatted(at, field.getKey()));
            }
        });
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.valueStream().map(JsonNode::asString).toList();
        }
        return type.isString() ? List.of(type.asString()) : List.of();
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("No type: " + type);
        };
    }
}
