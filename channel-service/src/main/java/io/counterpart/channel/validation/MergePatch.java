package io.counterpart.channel.validation;

import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A merge patch (RFC 7396): present fields replace, null empties, missing fields remain.
 *
 * @param fields the names of the present fields, null or not
 */
@JsonDeserialize(using = MergePatchDeserializer.class)
public record MergePatch<T>(T values, Set<String> fields) {

    boolean has(String field) {
        return fields.contains(field);
    }

    /** Returns the merged value of a field: the checked value if it is in the patch, otherwise the previous one. */
    <V> @Nullable V merged(String field, @Nullable V before, Function<T, @Nullable V> checked) {
        return has(field) ? checked.apply(values) : before;
    }
}
