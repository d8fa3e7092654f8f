package io.counterpart.channel.edit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.contract.operation.FieldChange;

/** Computes the fields that differ between two versions of an object, with names and values as in JSON. */
public final class FieldDiff {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private FieldDiff() {}

    public static <T> List<FieldChange> between(T before, T after) {
        return between(fields(before), fields(after));
    }

    public static List<FieldChange> between(Map<String, Object> before, Map<String, Object> after) {
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        var changes = new ArrayList<FieldChange>();
        for (String name : names) {
            Object was = before.get(name);
            Object is = after.get(name);
            if (!same(was, is)) {
                changes.add(new FieldChange(name, was, is));
            }
        }
        return changes;
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number && other instanceof Number) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        return Objects.equals(one, other);
    }

    private static Map<String, Object> fields(Object value) {
        return MessageJson.mapper().convertValue(value, FIELDS);
    }
}
