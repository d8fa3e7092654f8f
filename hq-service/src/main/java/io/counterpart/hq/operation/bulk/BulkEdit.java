package io.counterpart.hq.operation.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.counterpart.hq.operation.OperationField;

/**
 * What is changed about many operations before they are retried: sets the field of that name in every operation that has
 * it.
 *
 * @param duplicates what is done with possible duplicates; null: they fail again
 */
record BulkEdit(
        @Nullable String field,
        @Nullable String value,
        @Nullable DuplicateResolution duplicates) {

    static final BulkEdit NONE = new BulkEdit(null, null, null);

    static final List<String> FIELDS =
            List.of("customerGroup", "currencyCode", "language", "title", "lastName", "affiliations", "country");

    boolean isNothing() {
        return field == null || field.isBlank();
    }

    /** The form input that makes this edit in one operation. */
    Map<String, String> typedInto(List<OperationField> fields) {
        var typed = new HashMap<String, String>();
        if (!isNothing()) {
            fields.stream()
                    .filter(it -> it.name().equals(field))
                    .forEach(it -> typed.put(it.pointer(), value == null ? "" : value));
        }
        return typed;
    }
}
