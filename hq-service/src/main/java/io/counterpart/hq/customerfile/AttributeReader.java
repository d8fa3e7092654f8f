package io.counterpart.hq.customerfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.counterpart.contract.configuration.AttributeDefinition;
import io.counterpart.hq.messaging.MessageJson;

/** Reads the attributes of a record with the types of their definitions; without a definition, a cell is a text. */
final class AttributeReader {

    private static final String PREFIX = "attribute.";
    private static final String ALL = "attributes";

    private final Map<String, AttributeDefinition> definitions;
    private final MessageJson json;

    AttributeReader(Map<String, AttributeDefinition> definitions, MessageJson json) {
        this.definitions = definitions;
        this.json = json;
    }

    Map<String, Object> of(RowFields fields) {
        var attributes = new LinkedHashMap<String, Object>();
        String object = fields.text(ALL);
        if (object != null) {
            JsonFields.of("{\"attributes\":" + object + "}", json)
                    .forEach((name, value) -> attributes.put(attribute(name), value));
        }
        for (String name : fields.names()) {
            if (name.startsWith(PREFIX)) {
                Object value = fields.value(name);
                if (value != null) {
                    attributes.put(name.substring(PREFIX.length()), typed(name, value));
                }
            }
        }
        attributes.forEach((name, value) -> RowFields.requirePrintable(PREFIX + name, value.toString()));
        return attributes;
    }

    private static String attribute(String field) {
        if (!field.startsWith(PREFIX)) {
            throw new RowRejectedException(ALL, "invalid-value", "The attributes must be a JSON object.");
        }
        return field.substring(PREFIX.length());
    }

    private Object typed(String field, Object value) {
        AttributeDefinition definition = definitions.get(field.substring(PREFIX.length()));
        if (value instanceof List<?>) {
            throw new RowRejectedException(field, "invalid-value", "An attribute has one value.");
        }
        if (definition == null || !(value instanceof String text)) {
            return value;
        }
        return switch (definition.type()) {
            case TEXT, CURRENCY -> text;
            case INTEGER, DECIMAL -> RowFields.decimal(field, text);
            case BOOLEAN ->
                switch (text.toLowerCase(java.util.Locale.ROOT)) {
                    case "true", "yes" -> true;
                    case "false", "no" -> false;
                    default ->
                        throw new RowRejectedException(field, "invalid-value", "The value must be true or false.");
                };
        };
    }
}
