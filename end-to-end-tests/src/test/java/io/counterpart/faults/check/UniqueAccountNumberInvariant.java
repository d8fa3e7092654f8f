package io.counterpart.faults.check;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.counterpart.faults.history.OperationHistory;

/** Every async customer id has one row and one account number, and no number belongs to two customers, in any place. */
final class UniqueAccountNumberInvariant implements Invariant {

    private static final String PROMISE = "one number each";

    @Override
    public Stream<Violation> broken(OperationHistory history, AuditFindings findings) {
        return findings.places().entrySet().stream().flatMap(place -> in(place.getKey(), place.getValue()));
    }

    private static Stream<Violation> in(String place, List<StoredCustomer> customers) {
        Stream<Violation> without = customers.stream()
                .filter(customer -> customer.accountNumber() == null)
                .map(customer -> new Violation(PROMISE, customer.marker(), "no account number at " + place));
        Stream<Violation> numbers = repeated(customers, customer -> String.valueOf(customer.accountNumber()))
                .filter(same -> same.get(0).accountNumber() != null)
                .map(same -> violation(
                        place, "account number %s".formatted(same.get(0).accountNumber()), same));
        Stream<Violation> ids = repeated(customers, StoredCustomer::asyncCustomerId)
                .map(same -> violation(place, "id %s".formatted(same.get(0).asyncCustomerId()), same));
        return Stream.of(without, numbers, ids).flatMap(Function.identity());
    }

    private static Stream<List<StoredCustomer>> repeated(
            List<StoredCustomer> customers, Function<StoredCustomer, Object> key) {
        Map<Object, List<StoredCustomer>> groups = customers.stream().collect(Collectors.groupingBy(key));
        return groups.values().stream().filter(same -> same.size() > 1);
    }

    private static Violation violation(String place, String what, List<StoredCustomer> same) {
        return new Violation(
                PROMISE,
                same.stream().map(StoredCustomer::marker).collect(Collectors.joining(", ")),
                "%s is that of %d customers at %s".formatted(what, same.size(), place));
    }
}
