package io.counterpart.faults.workload;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The body of a creation, and its fields that the checker verifies. */
record CreateRequest(String marker, Map<String, String> fields) {

    static CreateRequest of(String marker, Random random) {
        return new CreateRequest(
                marker,
                Map.of(
                        "firstName",
                        "Ann",
                        "city",
                        "Harbor",
                        "middleName",
                        "m0-" + marker,
                        "email",
                        marker.toLowerCase(Locale.ROOT) + "@example.com",
                        "phone",
                        "+1 555 %07d".formatted(random.nextInt(10_000_000))));
    }

    Map<String, Object> body() {
        return Map.of(
                "type", "PERSON",
                "firstName", fields.getOrDefault("firstName", ""),
                "middleName", fields.getOrDefault("middleName", ""),
                "lastName", marker,
                "email", fields.getOrDefault("email", ""),
                "phone", fields.getOrDefault("phone", ""),
                "addresses", List.of(address("s0-" + marker, true)));
    }

    static Map<String, Object> address(String street, boolean primary) {
        return Map.of(
                "street", street, "city", "Harbor", "state", "WA", "zipCode", "98101", "country", "USA", "primary",
                primary);
    }
}
