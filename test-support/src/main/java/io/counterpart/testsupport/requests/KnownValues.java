package io.counterpart.testsupport.requests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import tools.jackson.databind.JsonNode;

/** Values by the name of their field: given ones and those seen in responses, so that requests reach what exists. */
public final class KnownValues {

    private static final int MOST = 40;

    private final Map<String, List<String>> values = new HashMap<>();

    public KnownValues with(String field, String... known) {
        for (String value : known) {
            add(field, value);
        }
        return this;
    }

    Optional<String> one(String field, Random random) {
        List<String> known = values.getOrDefault(field, List.of());
        return known.isEmpty() ? Optional.empty() : Optional.of(HostileValues.one(known, random));
    }

    /** Remembers the identifying values of a response. */
    void learn(JsonNode response) {
        response.propertyStream().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isString() && value.asString().length() < 100) {
                add(field.getKey(), value.asString());
            } else {
                learn(value);
            }
        });
        if (response.isArray()) {
            response.forEach(this::learn);
        }
    }

    private void add(String field, String value) {
        List<String> known = values.computeIfAbsent(field, name -> new ArrayList<>());
        if (known.size() < MOST && !known.contains(value)) {
            known.add(value);
        }
    }
}
