package io.counterpart.stack.tour;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * The customer that the tour creates and follows, and the ids that the steps obtain. Each tour uses a new last name.
 */
final class TourCustomer {

    private static final List<String> SYLLABLES =
            List.of("ba", "do", "fe", "ga", "hu", "ka", "li", "mo", "na", "po", "ri", "sa", "te", "vu", "zo");
    private static final int SYLLABLES_OF_A_NAME = 5;

    private final String lastName;
    private String asyncCustomerId = "";
    private String accountNumber = "";
    private long createdAtNanos;

    private TourCustomer(String lastName) {
        this.lastName = lastName;
    }

    static TourCustomer next() {
        String name = ThreadLocalRandom.current()
                .ints(SYLLABLES_OF_A_NAME, 0, SYLLABLES.size())
                .mapToObj(SYLLABLES::get)
                .collect(Collectors.joining());
        return new TourCustomer(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }

    Map<String, Object> body() {
        return Map.of(
                "type",
                "PERSON",
                "firstName",
                "Mira",
                "lastName",
                lastName,
                "email",
                "mira.%s@example.com".formatted(lastName.toLowerCase(Locale.ROOT)),
                "phone",
                "+1 555 0100",
                "addresses",
                List.of(Map.of(
                        "purpose", "HOME",
                        "street", "1 Pier Road",
                        "city", "Harbor",
                        "zipCode", "98101",
                        "country", "USA",
                        "primary", true)));
    }

    String lastName() {
        return lastName;
    }

    String name() {
        return "Mira " + lastName;
    }

    void created(String id, long atNanos) {
        asyncCustomerId = id;
        createdAtNanos = atNanos;
    }

    void numbered(String number) {
        accountNumber = number;
    }

    String asyncCustomerId() {
        return asyncCustomerId;
    }

    String accountNumber() {
        return accountNumber;
    }

    long createdAtNanos() {
        return createdAtNanos;
    }
}
