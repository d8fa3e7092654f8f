package io.counterpart.hq.customerfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import io.counterpart.contract.validation.ValueRules;
import io.counterpart.hq.messaging.MessageJson;

/**
 * The values of a JSON object by the names that columns of CSV have: {@code address1.city}, {@code attribute.size}. A
 * value is a text, a number, a boolean or a list of texts; null is no value.
 */
final class JsonFields {

    private static final Map<String, String> PARTS = Map.of("addresses", "address", "contacts", "contact");

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private JsonFields() {}

    static Map<String, Object> of(String line, MessageJson json) {
        JsonNode tree = tree(line, json);
        if (!tree.isObject()) {
            throw new RowRejectedException(null, "malformed-json", "The line is not a JSON object.");
        }
        var all = new JsonFields();
        tree.properties().forEach(field -> all.add(field.getKey(), field.getValue()));
        return all.fields;
    }

    private static JsonNode tree(String line, MessageJson json) {
        try {
            return json.tree(line);
        } catch (JacksonException e) {
            throw new RowRejectedException(null, "malformed-json", "The line is not a JSON object.");
        }
    }

    private void add(String name, JsonNode value) {
        if (value.isArray() && PARTS.containsKey(name)) {
            for (int i = 0; i < value.size(); i++) {
                addAll(PARTS.get(name) + (i + 1) + ".", value.get(i), name);
            }
        } else if (name.equals("attributes") && value.isObject()) {
            addAll("attribute.", value, name);
        } else if (value.isObject()) {
            addAll(name + ".", value, name);
        } else if (!value.isNull()) {
            put(name, value.isArray() ? texts(value, name) : scalar(value, name));
        }
    }

    private void addAll(String prefix, JsonNode object, String name) {
        if (!object.isObject()) {
            throw invalid(name);
        }
        object.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                put(prefix + field.getKey(), scalar(field.getValue(), prefix + field.getKey()));
            }
        });
    }

    private void put(String name, Object value) {
        if (ValueRules.hasUnprintable(name)) {
            throw new RowRejectedException(null, "malformed-json", "The name of a field has a control character.");
        }
        fields.put(name, value);
    }

    private static List<String> texts(JsonNode array, String name) {
        var texts = new ArrayList<String>();
        for (JsonNode one : array) {
            if (!one.isString()) {
                throw invalid(name);
            }
            texts.add(one.stringValue());
        }
        return texts;
    }

    private static Object scalar(JsonNode value, String name) {
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isNumber()) {
            return value.numberValue();
        }
        throw invalid(name);
    }

    private static RowRejectedException invalid(String name) {
        return new RowRejectedException(name, "invalid-value", "The JSON value has the wrong type.");
    }
}
