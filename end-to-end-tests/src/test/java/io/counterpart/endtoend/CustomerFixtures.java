package io.counterpart.endtoend;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Customers for scenarios, each with a unique name so that a search finds only this customer. */
final class CustomerFixtures {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private CustomerFixtures() {}

    static Map<String, Object> newCustomer() {
        return named("Ann", "Lee" + Long.toString(System.nanoTime(), 36) + NUMBER.incrementAndGet());
    }

    static Map<String, Object> named(String firstName, String lastName) {
        return Map.of(
                "type",
                "PERSON",
                "firstName",
                firstName,
                "lastName",
                lastName,
                "email",
                lastName.toLowerCase(java.util.Locale.ROOT) + "@example.com",
                "phone",
                "+1 555 0100",
                "addresses",
                List.of(Map.of(
                        "street", "1 Pier Road",
                        "city", "Harbor",
                        "state", "WA",
                        "zipCode", "98101",
                        "country", "USA",
                        "primary", true)),
                "contacts",
                List.of(
                        Map.of("type", "EMAIL", "value", "work@example.com", "marketingConsent", true),
                        Map.of("type", "PHONE", "value", "+1 555 0199", "marketingConsent", false)));
    }
}
