package io.counterpart.hq.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON of an operation as a list of fields with old and new value, and back. Fields of the profile stand by their
 * name; those of a part behind it: {@code addresses.<id>.street}, {@code contacts.<id>.value}, {@code attributes.<name>}.
 */
final class PayloadFields {

    private static final String AFFILIATIONS = "affiliations";
    private static final String ATTRIBUTES = "attributes";

    private final ObjectNode body;

    PayloadFields(JsonNode operation) {
        this.body = (ObjectNode) operation.path("body");
    }

    List<Change> changes() {
        var changes = new ArrayList<Change>();
        if (body.path("changes") instanceof ArrayNode edits) {
            edits.forEach(edit -> changes.add(new Change(
                    edit.path("field").asString(""), value(edit.get("oldValue")), value(edit.get("newValue")))));
        } else if (body.path("content") instanceof ObjectNode content) {
            content(content, changes);
        } else if (body.has("newValue")) {
            changes.add(new Change(AFFILIATIONS, value(body.get("oldValue")), value(body.get("newValue"))));
        } else if (part() instanceof ObjectNode part) {
            fields("", part, changes);
        }
        return changes;
    }

    /** Whether there is such a field. */
    boolean set(String field, JsonNode value) {
        if (body.path("changes") instanceof ArrayNode edits) {
            for (JsonNode edit : edits) {
                if (edit.path("field").asString("").equals(field)) {
                    ((ObjectNode) edit).set("newValue", value);
                    return true;
                }
            }
            return false;
        }
        if (body.has("newValue") && field.equals(AFFILIATIONS)) {
            body.set("newValue", value);
            return true;
        }
        Optional<ObjectNode> holder = holder(field);
        holder.ifPresent(it -> it.set(lastPart(field), value));
        return holder.isPresent();
    }

    private Optional<ObjectNode> holder(String field) {
        if (part() instanceof ObjectNode part) {
            return part.has(field) ? Optional.of(part) : Optional.empty();
        }
        if (!(body.path("content") instanceof ObjectNode content)) {
            return Optional.empty();
        }
        if (field.equals(AFFILIATIONS)) {
            return Optional.of(content);
        }
        if (field.startsWith(ATTRIBUTES + ".") && content.path(ATTRIBUTES) instanceof ObjectNode attributes) {
            return Optional.of(attributes);
        }
        if (field.startsWith("externalIdentity.") && content.path("externalIdentity") instanceof ObjectNode identity) {
            return Optional.of(identity);
        }
        String[] names = field.split("\\.", 3);
        if (names.length == 3 && content.path(names[0]) instanceof ArrayNode parts) {
            return partOf(parts, names[1]);
        }
        ObjectNode profile = (ObjectNode) content.path("profile");
        return names.length == 1 && profile.has(field) ? Optional.of(profile) : Optional.empty();
    }

    private static Optional<ObjectNode> partOf(ArrayNode parts, String id) {
        for (JsonNode part : parts) {
            if (part.path("id").asString("").equals(id)) {
                return Optional.of((ObjectNode) part);
            }
        }
        return Optional.empty();
    }

    private static String lastPart(String field) {
        if (field.startsWith(ATTRIBUTES + ".")) {
            return field.substring(ATTRIBUTES.length() + 1);
        }
        return field.substring(field.lastIndexOf('.') + 1);
    }

    private JsonNode part() {
        return body.has("address") ? body.path("address") : body.path("contact");
    }

    private static void content(ObjectNode content, List<Change> changes) {
        fields("", content.path("profile"), changes);
        content.path("addresses")
                .forEach(it -> fields("addresses." + it.path("id").asString("") + ".", it, changes));
        content.path("contacts")
                .forEach(it -> fields("contacts." + it.path("id").asString("") + ".", it, changes));
        if (!content.path(AFFILIATIONS).isEmpty()) {
            changes.add(new Change(AFFILIATIONS, null, content.get(AFFILIATIONS)));
        }
        fields(ATTRIBUTES + ".", content.path(ATTRIBUTES), changes);
        fields("externalIdentity.", content.path("externalIdentity"), changes);
    }

    private static void fields(String prefix, JsonNode values, List<Change> changes) {
        values.properties().forEach(field -> {
            if (!field.getValue().isNull() && !field.getKey().equals("id")) {
                changes.add(new Change(prefix + field.getKey(), null, field.getValue()));
            }
        });
    }

    private static @Nullable JsonNode value(@Nullable JsonNode value) {
        return value == null || value.isNull() ? null : value;
    }

    /** A field of an operation. */
    record Change(
            String field,
            @Nullable JsonNode oldValue,
            @Nullable JsonNode newValue) {}
}
