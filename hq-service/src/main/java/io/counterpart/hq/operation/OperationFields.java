package io.counterpart.hq.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Takes an operation's JSON apart into values that people can read and edit, and puts it together again. */
final class OperationFields {

    // Keys of parts and what an operation is about: not to be edited.
    private static final Set<String> FIXED = Set.of("id", "addressId", "contactId", "type", "kind", "order");

    private final List<OperationField> fields = new ArrayList<>();

    private OperationFields() {}

    static List<OperationField> of(JsonNode operation) {
        var found = new OperationFields();
        JsonNode body = operation.path("body");
        if (body.has("content")) {
            found.content(body.path("content"));
        }
        found.changes(body.path("changes"));
        found.object("/body/address", "Address", body.path("address"));
        found.object("/body/contact", "Contact", body.path("contact"));
        found.object("/body/identity", "Sign-in", body.path("identity"));
        if (body.path("newValue").isArray()) {
            found.add("/body/newValue", "Affiliations", "affiliations", body.path("oldValue"), body.path("newValue"));
        }
        return found.fields;
    }

    private void content(JsonNode content) {
        object("/body/content/profile", "Profile", content.path("profile"));
        each(content.path("addresses"), (i, it) -> object("/body/content/addresses/" + i, "Address " + (i + 1), it));
        each(content.path("contacts"), (i, it) -> object("/body/content/contacts/" + i, "Contact " + (i + 1), it));
        add("/body/content/affiliations", "Affiliations", "affiliations", null, content.path("affiliations"));
        object("/body/content/attributes", "Attributes", content.path("attributes"));
    }

    private void changes(JsonNode changes) {
        each(
                changes,
                (i, change) -> add(
                        "/body/changes/" + i + "/newValue",
                        "Changes",
                        change.path("field").asString(""),
                        change.path("oldValue"),
                        change.path("newValue")));
    }

    private void object(String pointer, String section, JsonNode object) {
        object.properties().forEach(entry -> {
            if (!FIXED.contains(entry.getKey())) {
                String name = entry.getKey().replace("~", "~0").replace("/", "~1");
                add(pointer + "/" + name, section, entry.getKey(), null, entry.getValue());
            }
        });
    }

    private void add(String pointer, String section, String name, @Nullable JsonNode oldValue, JsonNode value) {
        fields.add(new OperationField(pointer, section, name, text(oldValue), text(value), kind(oldValue, value)));
    }

    private static OperationField.Kind kind(@Nullable JsonNode oldValue, JsonNode value) {
        JsonNode known = value.isNull() && oldValue != null ? oldValue : value;
        if (known.isArray()) {
            return OperationField.Kind.LIST;
        }
        if (known.isBoolean()) {
            return OperationField.Kind.BOOLEAN;
        }
        return known.isNumber() ? OperationField.Kind.NUMBER : OperationField.Kind.TEXT;
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return null;
        }
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
                : value.asString();
    }

    private static void each(JsonNode array, BiConsumer<Integer, JsonNode> what) {
        for (int i = 0; i < array.size(); i++) {
            what.accept(i, array.get(i));
        }
    }

    /** The operation with what was typed in; only values that the page offered are taken. */
    static JsonNode edited(JsonNode operation, Map<String, String> typed) {
        JsonNode edited = operation.deepCopy();
        for (OperationField field : of(operation)) {
            String text = typed.get(field.pointer());
            if (text != null && field.isChangedBy(text)) {
                set(edited, JsonPointer.compile(field.pointer()), value(field.kind(), text.strip()));
            }
        }
        return edited;
    }

    private static void set(JsonNode root, JsonPointer pointer, JsonNode value) {
        JsonNode parent = root.at(pointer.head());
        if (parent instanceof ObjectNode object) {
            object.set(pointer.last().getMatchingProperty(), value);
        }
    }

    private static JsonNode value(OperationField.Kind kind, String text) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (kind) {
            case LIST -> list(text);
            case BOOLEAN -> nodes.booleanNode(text.equals("true"));
            case NUMBER -> number(text);
            case TEXT -> text.isEmpty() ? nodes.nullNode() : nodes.stringNode(text);
        };
    }

    private static ArrayNode list(String text) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .forEach(list::add);
        return list;
    }

    // What is no number stays a text, and the rules say what is wrong with it.
    private static JsonNode number(String text) {
        try {
            return text.isEmpty()
                    ? JsonNodeFactory.instance.nullNode()
                    : JsonNodeFactory.instance.numberNode(new java.math.BigDecimal(text));
        } catch (NumberFormatException e) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }
}
