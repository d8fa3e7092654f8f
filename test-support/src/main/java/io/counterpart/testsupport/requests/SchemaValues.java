package io.counterpart.testsupport.requests;

import java.util.List;
import java.util.Random;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Generates values that a schema permits. */
final class SchemaValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 7;
    private static final List<String> WORDS = List.of("Ann", "Lee", "Sørensen", "Harbor", "O'Brien", "1 Pier Road");

    private final OpenApiDocument document;
    private final KnownValues known;

    SchemaValues(OpenApiDocument document, KnownValues known) {
        this.document = document;
        this.known = known;
    }

    JsonNode value(JsonNode schema, String name, Random random) {
        return value(schema, name, random, 0);
    }

    private JsonNode value(JsonNode given, String name, Random random, int depth) {
        JsonNode schema = document.resolved(given);
        JsonNode alternatives = schema.has("oneOf") ? schema.path("oneOf") : schema.path("anyOf");
        if (!alternatives.isEmpty()) {
            return value(alternatives.get(random.nextInt(alternatives.size())), name, random, depth);
        }
        if (schema.has("allOf")) {
            return parts(schema, kind(given), random, depth);
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        String type = type(schema, random);
        return switch (depth > DEEPEST ? "null" : type) {
            case "object" -> object(schema, random, depth);
            case "array" -> array(schema, name, random, depth);
            case "integer", "number" -> JSON.numberNode(random.nextInt(60));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            default -> JSON.stringNode(text(schema, name, random));
        };
    }

    private static String type(JsonNode schema, Random random) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.get(random.nextInt(4) == 0 ? type.size() - 1 : 0).asString();
        }
        return type.asString(schema.has("properties") ? "object" : "string");
    }

    private ObjectNode object(JsonNode schema, Random random, int depth) {
        ObjectNode object = JSON.objectNode();
        String required = schema.path("required").toString();
        schema.path("properties").propertyStream().forEach(field -> {
            if (required.contains('"' + field.getKey() + '"') || random.nextInt(5) < 2) {
                object.set(field.getKey(), value(field.getValue(), field.getKey(), random, depth + 1));
            }
        });
        if (schema.has("additionalProperties") && random.nextBoolean()) {
            object.put(known.one("attribute", random).orElse("shoeSize"), random.nextInt(60));
        }
        return object;
    }

    private ObjectNode parts(JsonNode schema, String kind, Random random, int depth) {
        ObjectNode object = JSON.objectNode();
        schema.path("allOf").forEach(part -> object.setAll(object(document.resolved(part), random, depth + 1)));
        return object.has("kind") ? object.put("kind", kind) : object;
    }

    // Subtypes are named by their kind: EditProfile by EDIT_PROFILE.
    private static String kind(JsonNode given) {
        String reference = given.path("$ref").asString("");
        return reference
                .substring(reference.lastIndexOf('/') + 1)
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(java.util.Locale.ROOT);
    }

    private JsonNode array(JsonNode schema, String name, Random random, int depth) {
        var array = JSON.arrayNode();
        for (int i = random.nextInt(3); i >= 0; i--) {
            array.add(value(schema.path("items"), name, random, depth + 1));
        }
        return array;
    }

    String text(JsonNode schema, String name, Random random) {
        if (random.nextInt(4) > 0) {
            var seen = known.one(name, random);
            if (seen.isPresent()) {
                return seen.get();
            }
        }
        return switch (schema.path("format").asString("")) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date-time" -> "2026-11-%02dT12:00:00Z".formatted(1 + random.nextInt(28));
            default -> byName(name, random);
        };
    }

    private static String byName(String name, Random random) {
        return switch (name) {
            case "email", "receiptEmail" -> "ann%d@example.com".formatted(random.nextInt(1_000));
            case "phone", "mobile" -> "+1 555 %04d".formatted(random.nextInt(10_000));
            case "url" -> "https://www%d.example.com".formatted(random.nextInt(1_000));
            case "vatNumber" -> "GB %09d".formatted(random.nextInt(1_000_000_000));
            case "value" -> random.nextBoolean() ? "+1 555 0100" : "ann@example.com";
            case "country" -> "USA";
            case "currencyCode" -> "USD";
            case "language" -> "en-US";
            default -> HostileValues.one(WORDS, random);
        };
    }
}
