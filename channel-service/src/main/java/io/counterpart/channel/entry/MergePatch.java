package io.counterpart.channel.entry;

import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A merge patch (RFC 7396): fields that are there replace, null empties, what is missing stays.
 *
 * @param fields the names of the fields that are there, null or not
 */
@JsonDeserialize(using = MergePatchDeserializer.class)
public record MergePatch<T>(T values, Set<String> fields) {

    boolean has(String field) {
        return fields.contains(field);
    }

    /** What a field is afterwards: checked if it is in the patch, as it was if not. */
    <V> @Nullable V merged(String field, @Nullable V before, Function<T, @Nullable V> checked) {
        return has(field) ? checked.apply(values) : before;
    }
}
