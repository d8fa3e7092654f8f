package io.counterpart.faults.check;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.counterpart.faults.history.History;

/** Every async customer id has one row and one account number, and no number belongs to two, in any place. */
final class OneNumberEach implements Rule {

    private static final String PROMISE = "one number each";

    @Override
    public Stream<Violation> broken(History history, Findings findings) {
        return findings.places().entrySet().stream().flatMap(place -> in(place.getKey(), place.getValue()));
    }

    private static Stream<Violation> in(String place, List<Found> customers) {
        Stream<Violation> without = customers.stream()
                .filter(customer -> customer.accountNumber() == null)
                .map(customer -> new Violation(PROMISE, customer.marker(), "no account number at " + place));
        Stream<Violation> numbers = repeated(customers, customer -> String.valueOf(customer.accountNumber()))
                .filter(same -> same.get(0).accountNumber() != null)
                .map(same -> violation(
                        place, "account number %s".formatted(same.get(0).accountNumber()), same));
        Stream<Violation> ids = repeated(customers, Found::asyncCustomerId)
                .map(same -> violation(place, "id %s".formatted(same.get(0).asyncCustomerId()), same));
        return Stream.of(without, numbers, ids).flatMap(Function.identity());
    }

    private static Stream<List<Found>> repeated(List<Found> customers, Function<Found, Object> key) {
        Map<Object, List<Found>> groups = customers.stream().collect(Collectors.groupingBy(key));
        return groups.values().stream().filter(same -> same.size() > 1);
    }

    private static Violation violation(String place, String what, List<Found> same) {
        return new Violation(
                PROMISE,
                same.stream().map(Found::marker).collect(Collectors.joining(", ")),
                "%s is that of %d customers at %s".formatted(what, same.size(), place));
    }
}
