package io.counterpart.faults.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.counterpart.faults.history.OperationHistory;
import io.counterpart.faults.history.SeenNumber;

/**
 * An account number that a till was shown belongs to that customer permanently: no other customer was shown with it or
 * has it in the end, and the customer was never shown with another one, whatever was restored in between.
 */
final class NumbersNeverReused implements Invariant {

    private static final String PROMISE = "numbers never reused";

    @Override
    public Stream<Violation> broken(OperationHistory history, AuditFindings findings) {
        Stream<Violation> reused = several(history, SeenNumber::accountNumber, SeenNumber::asyncCustomerId)
                .map(seen -> new Violation(
                        PROMISE, "-", "%s was shown for the customers %s".formatted(seen.getKey(), seen.getValue())));
        Stream<Violation> changed = several(history, SeenNumber::asyncCustomerId, SeenNumber::accountNumber)
                .map(seen -> new Violation(
                        PROMISE, "-", "customer %s was shown with %s".formatted(seen.getKey(), seen.getValue())));
        return Stream.of(reused, changed, inTheEnd(history, findings)).flatMap(Function.identity());
    }

    private static Stream<Map.Entry<Object, Set<String>>> several(
            OperationHistory history, Function<SeenNumber, Object> key, Function<SeenNumber, Object> value) {
        Map<Object, Set<String>> groups = history.numbers().stream()
                .collect(Collectors.groupingBy(
                        key,
                        Collectors.mapping(
                                seen -> String.valueOf(value.apply(seen)), Collectors.toCollection(TreeSet::new))));
        return groups.entrySet().stream().filter(group -> group.getValue().size() > 1);
    }

    private static Stream<Violation> inTheEnd(OperationHistory history, AuditFindings findings) {
        Map<String, UUID> owners = new HashMap<>();
        Map<UUID, String> numbers = new HashMap<>();
        history.numbers().forEach(seen -> {
            owners.put(seen.accountNumber(), seen.asyncCustomerId());
            numbers.put(seen.asyncCustomerId(), seen.accountNumber());
        });
        return findings.places().entrySet().stream()
                .flatMap(place -> place.getValue().stream()
                        .filter(found -> found.accountNumber() != null)
                        .filter(found -> !Objects.equals(
                                        found.asyncCustomerId(),
                                        owners.getOrDefault(
                                                String.valueOf(found.accountNumber()), found.asyncCustomerId()))
                                || !Objects.equals(
                                        found.accountNumber(),
                                        numbers.getOrDefault(
                                                found.asyncCustomerId(), String.valueOf(found.accountNumber()))))
                        .map(found -> new Violation(
                                PROMISE,
                                found.marker(),
                                "%s has %s for %s, a till was shown %s for it and %s as the owner of the number"
                                        .formatted(
                                                place.getKey(),
                                                found.accountNumber(),
                                                found.asyncCustomerId(),
                                                numbers.get(found.asyncCustomerId()),
                                                owners.get(String.valueOf(found.accountNumber()))))));
    }
}
