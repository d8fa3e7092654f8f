package io.counterpart.hq.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ObjIntConsumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.counterpart.hq.page.PageMessage;

/**
 * Maps the JSON of an operation to fields with old and new value, and back. A page identifies a field by its JSON
 * pointer. The API identifies fields of the profile and of a single part by name, others with a prefix:
 * {@code addresses.<id>.street}, {@code contacts.<id>.value}, {@code attributes.<name>}.
 */
final class OperationFields {

    private static final String AFFILIATIONS = "affiliations";
    // Keys of parts and the subject of the operation: a page does not offer them for editing.
    private static final Set<String> FIXED = Set.of("id", "addressId", "contactId", "type", "kind", "order", "orderId");

    private final JsonNode operation;
    private final List<Value> values = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    OperationFields(JsonNode operation) {
        this.operation = operation;
        JsonNode body = operation.path("body");
        if (body.has("content")) {
            content(body.path("content"));
        }
        each(body.path("changes"), this::change);
        object(PageMessage.of("operation.section.address"), "", "/body/address", body.path("address"));
        object(PageMessage.of("operation.section.contact"), "", "/body/contact", body.path("contact"));
        object(PageMessage.of("operation.section.signIn"), null, "/body/identity", body.path("identity"));
        if (body.has("newValue")) {
            edit(PageMessage.of("operation.section.affiliations"), AFFILIATIONS, "/body", body);
        }
    }

    JsonNode operation() {
        return operation;
    }

    List<OperationField> forPage() {
        return values.stream().filter(Value::isForPage).map(Value::forPage).toList();
    }

    List<OperationView.Change> changes() {
        return values.stream().filter(Value::isForApi).map(Value::forApi).toList();
    }

    /** Sets a field by its API name; returns false if the field does not exist. */
    boolean set(String field, JsonNode value) {
        for (Value known : values) {
            if (field.equals(known.field())) {
                set(JsonPointer.compile(known.pointer()), value);
                return true;
            }
        }
        // The JSON of a part may omit empty fields.
        for (Part part : parts) {
            if (field.startsWith(part.prefix())) {
                part.values().set(field.substring(part.prefix().length()), value);
                return true;
            }
        }
        return false;
    }

    /** Sets form values; values of fields that the page does not offer are ignored. */
    void setTyped(Map<String, String> typed) {
        for (OperationField field : forPage()) {
            String text = typed.get(field.pointer());
            if (text != null && field.isChangedBy(text)) {
                set(JsonPointer.compile(field.pointer()), field.toJson(text.strip()));
            }
        }
    }

    private void set(JsonPointer pointer, JsonNode value) {
        if (operation.at(pointer.head()) instanceof ObjectNode parent) {
            parent.set(pointer.last().getMatchingProperty(), value);
        }
    }

    private void content(JsonNode content) {
        String place = "/body/content/";
        object(PageMessage.of("operation.section.profile"), "", place + "profile", content.path("profile"));
        each(
                content.path("addresses"),
                (it, i) -> part(PageMessage.of("operation.section.addressNumber", i + 1), "addresses", place, it, i));
        each(
                content.path("contacts"),
                (it, i) -> part(PageMessage.of("operation.section.contactNumber", i + 1), "contacts", place, it, i));
        values.add(new Value(
                PageMessage.of("operation.section.affiliations"),
                AFFILIATIONS,
                AFFILIATIONS,
                place + AFFILIATIONS,
                null,
                content.path(AFFILIATIONS),
                false));
        part(
                PageMessage.of("operation.section.attributes"),
                "attributes.",
                place + "attributes",
                content.path("attributes"));
        part(null, "externalIdentity.", place + "externalIdentity", content.path("externalIdentity"));
    }

    private void part(PageMessage section, String name, String place, JsonNode part, int position) {
        part(section, name + "." + part.path("id").asString("") + ".", place + name + "/" + position, part);
    }

    private void part(@Nullable PageMessage section, String prefix, String pointer, JsonNode part) {
        object(section, prefix, pointer, part);
        if (part instanceof ObjectNode holder) {
            parts.add(new Part(prefix, holder));
        }
    }

    private void change(JsonNode change, int position) {
        String field = change.path("field").asString("");
        edit(PageMessage.of("operation.section.changes"), field, "/body/changes/" + position, change);
    }

    private void edit(PageMessage section, String field, String pointer, JsonNode edit) {
        values.add(new Value(
                section, field, field, pointer + "/newValue", edit.path("oldValue"), edit.path("newValue"), true));
    }

    private void object(@Nullable PageMessage section, @Nullable String prefix, String pointer, JsonNode object) {
        object.properties().forEach(entry -> {
            String key = entry.getKey();
            String place = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
            values.add(new Value(
                    section, key, prefix == null ? null : prefix + key, place, null, entry.getValue(), false));
        });
    }

    private static void each(JsonNode array, ObjIntConsumer<JsonNode> what) {
        for (int i = 0; i < array.size(); i++) {
            what.accept(array.get(i), i);
        }
    }

    /** A part of the content, whose fields may be omitted. */
    private record Part(String prefix, ObjectNode values) {}

    /**
     * A value.
     *
     * @param section the section on the page; null: not shown
     * @param field its name in the API; null: not available there
     * @param isEdit whether it is an edit with an old value
     */
    private record Value(
            @Nullable PageMessage section,
            String name,
            @Nullable String field,
            String pointer,
            @Nullable JsonNode oldValue,
            JsonNode value,
            boolean isEdit) {

        boolean isForPage() {
            return section != null && (isEdit || !FIXED.contains(name));
        }

        boolean isForApi() {
            boolean nothing = orNull(value) == null || (value.isArray() && value.isEmpty()) || name.equals("id");
            return field != null && (isEdit || !nothing);
        }

        OperationField forPage() {
            return OperationField.of(pointer, Objects.requireNonNull(section), name, orNull(oldValue), orNull(value));
        }

        OperationView.Change forApi() {
            return new OperationView.Change(String.valueOf(field), orNull(oldValue), orNull(value));
        }

        private static @Nullable JsonNode orNull(@Nullable JsonNode value) {
            return value == null || value.isNull() || value.isMissingNode() ? null : value;
        }
    }
}
