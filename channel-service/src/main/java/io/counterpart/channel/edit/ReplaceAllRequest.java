package io.counterpart.channel.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.counterpart.support.problem.Problem;

/**
 * Reads the body of a request that replaces a whole set: either the set itself or an object that contains it under its
 * name.
 */
final class ReplaceAllRequest {

    private static final String WRONG_TYPE = "wrong-type";

    private ReplaceAllRequest() {}

    /** {@code ["VIP"]} or {@code {"affiliations": ["VIP"]}}. */
    static List<@Nullable String> affiliations(Object body) {
        if (!(unwrapped("affiliations", body) instanceof List<?> entries)) {
            throw Problem.malformed("", WRONG_TYPE, "affiliations must be an array of names.");
        }
        var names = new ArrayList<@Nullable String>(entries.size());
        for (Object entry : entries) {
            if (entry != null && !(entry instanceof String)) {
                throw Problem.malformed("/" + names.size(), WRONG_TYPE, "Each affiliation must be a string.");
            }
            names.add((String) entry);
        }
        return names;
    }

    /** {@code {"shoeSize": 38}} or {@code {"attributes": {"shoeSize": 38}}}. */
    static Map<String, @Nullable Object> attributes(Object body) {
        if (!(unwrapped("attributes", body) instanceof Map<?, ?> entries)) {
            throw Problem.malformed("", WRONG_TYPE, "attributes must be an object of names and values.");
        }
        var attributes = new LinkedHashMap<String, @Nullable Object>();
        entries.forEach((name, value) -> attributes.put(String.valueOf(name), value));
        return attributes;
    }

    // An attribute value is never a list or an object, so an attribute with this name cannot be mistaken for the
    // wrapper.
    private static @Nullable Object unwrapped(String name, Object body) {
        return body instanceof Map<?, ?> map
                        && map.size() == 1
                        && (map.get(name) instanceof List<?> || map.get(name) instanceof Map<?, ?>)
                ? map.get(name)
                : body;
    }
}
