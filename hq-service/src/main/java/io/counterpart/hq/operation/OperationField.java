package io.counterpart.hq.operation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import io.counterpart.hq.page.PageMessage;

/**
 * One value of an operation, as the page shows it and users edit it.
 *
 * @param pointer its JSON pointer in the operation; also the name of the input
 * @param oldValue the value before the edit in the channel; null for a creation
 */
public record OperationField(
        String pointer,
        PageMessage section,
        String name,
        @Nullable String oldValue,
        @Nullable String value,
        Kind kind) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The JSON type of a value. */
    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        LIST
    }

    static OperationField of(
            String pointer, PageMessage section, String name, @Nullable JsonNode oldValue, @Nullable JsonNode value) {
        return new OperationField(
                pointer, section, name, text(oldValue), text(value), kind(value == null ? oldValue : value));
    }

    private static Kind kind(@Nullable JsonNode known) {
        if (known == null) {
            return Kind.TEXT;
        }
        if (known.isArray()) {
            return Kind.LIST;
        }
        if (known.isBoolean()) {
            return Kind.BOOLEAN;
        }
        return known.isNumber() ? Kind.NUMBER : Kind.TEXT;
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
                : value.asString();
    }

    public boolean isEmpty() {
        return value == null && oldValue == null;
    }

    /** Whether the input differs from the stored value; null: the page did not offer the field. */
    boolean isChangedBy(@Nullable String typed) {
        return typed != null && !typed.strip().equals(value == null ? "" : value);
    }

    public String id() {
        return "f" + pointer.replace('/', '-');
    }

    OperationField with(@Nullable String typed) {
        return new OperationField(pointer, section, name, oldValue, typed, kind);
    }

    JsonNode toJson(String typed) {
        return switch (kind) {
            case LIST -> list(typed);
            case BOOLEAN -> NODES.booleanNode(typed.equals("true"));
            case NUMBER -> number(typed);
            case TEXT -> typed.isEmpty() ? NODES.nullNode() : NODES.stringNode(typed);
        };
    }

    private static ArrayNode list(String text) {
        ArrayNode list = NODES.arrayNode();
        Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .forEach(list::add);
        return list;
    }

    // An invalid number stays text, so that the rules report the error.
    private static JsonNode number(String text) {
        try {
            return text.isEmpty() ? NODES.nullNode() : NODES.numberNode(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return NODES.stringNode(text);
        }
    }
}
