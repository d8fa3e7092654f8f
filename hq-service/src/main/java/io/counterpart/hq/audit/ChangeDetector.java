package io.counterpart.hq.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import io.counterpart.hq.messaging.MessageJson;

/** Finds the fields in which two states of an object differ. */
@Component
class ChangeDetector {

    private final MessageJson json;

    ChangeDetector(MessageJson json) {
        this.json = json;
    }

    /**
     * The differing fields in the order of their appearance.
     *
     * @param before null: the object did not exist
     * @param after null: the object was removed
     */
    List<AuditChange> between(@Nullable Object before, @Nullable Object after) {
        Map<String, JsonNode> old = values(before);
        Map<String, JsonNode> now = values(after);
        var fields = new LinkedHashSet<>(old.keySet());
        fields.addAll(now.keySet());
        var changes = new ArrayList<AuditChange>();
        for (String field : fields) {
            JsonNode from = old.getOrDefault(field, MissingNode.getInstance());
            JsonNode to = now.getOrDefault(field, MissingNode.getInstance());
            if (!from.equals(to)) {
                changes.add(new AuditChange(field, plain(from), plain(to)));
            }
        }
        return changes;
    }

    private Map<String, JsonNode> values(@Nullable Object state) {
        var values = new LinkedHashMap<String, JsonNode>();
        if (state != null) {
            collect("", json.convert(state, JsonNode.class), values);
        }
        return values;
    }

    // An empty field and a missing one are the same.
    private static void collect(String name, JsonNode value, Map<String, JsonNode> into) {
        if (value.isObject()) {
            value.properties().forEach(it -> collect(join(name, it.getKey()), it.getValue(), into));
        } else if (value.isArray() && value.path(0).isObject()) {
            for (int i = 0; i < value.size(); i++) {
                // A change of a field is identified by the field.
                String element = value.path(i).path("field").asString(String.valueOf(i));
                collect(join(name, element), value.path(i), into);
            }
        } else if (!value.isNull()) {
            into.put(name, value);
        }
    }

    private static String join(String name, String part) {
        return name.isEmpty() ? part : name + "." + part;
    }

    private @Nullable Object plain(JsonNode value) {
        return value.isMissingNode() ? null : json.convert(value, Object.class);
    }
}
