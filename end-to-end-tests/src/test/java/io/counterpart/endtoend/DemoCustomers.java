package io.counterpart.endtoend;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The customers of {@link DemoCompany}. */
final class DemoCustomers {

    private static final int CUSTOMERS = 150;
    private static final int MINUTES = 1380;
    private static final List<String> FIRST = List.of(
            "Ann", "Bea", "Carl", "Dina", "Emil", "Fatima", "Goran", "Hana", "Ivo", "Jana", "Kenji", "Lin", "Maya");
    private static final List<String> LAST = List.of(
            "Okafor", "Sørensen", "Müller", "Nakamura", "Silva", "Novak", "Haddad", "Price", "Kowalska", "Rossi");

    private DemoCustomers() {}

    /** The customers of one of the channels; their tills were offline and say when they made them. */
    static List<Map<String, Object>> dayOf(int channel, int channels) {
        Instant now = Instant.now();
        var items = new ArrayList<Map<String, Object>>();
        for (int i = channel; i < CUSTOMERS; i += channels) {
            String first = FIRST.get(i % FIRST.size());
            String last = LAST.get(i % LAST.size());
            items.add(Map.of(
                    "asyncCustomerId",
                    UUID.randomUUID(),
                    "createdAt",
                    now.minus(1 + (i * i) % MINUTES, ChronoUnit.MINUTES).toString(),
                    "firstName",
                    first,
                    "lastName",
                    last,
                    "email",
                    "customer.%d@example.com".formatted(i),
                    "phone",
                    "+1 555 %04d".formatted(2000 + i)));
        }
        return items;
    }

    static Map<String, Object> ann() {
        return Map.of(
                "firstName",
                "Ann",
                "lastName",
                "Lee",
                "email",
                "ann.lee@example.com",
                "phone",
                "+1 555 0100",
                "affiliations",
                List.of("VIP"),
                "addresses",
                List.of(Map.of(
                        "street",
                        "1 Pier Road",
                        "city",
                        "Harbor",
                        "state",
                        "WA",
                        "zipCode",
                        "98101",
                        "country",
                        "USA",
                        "primary",
                        true)));
    }

    /** Another entry of the same person. */
    static Map<String, Object> secondOfAnn() {
        return Map.of(
                "firstName",
                "Ann",
                "lastName",
                "Lee-Novak",
                "email",
                "ann@novak.example.com",
                "phone",
                "+1 555 0142",
                "language",
                "en-US");
    }
}
