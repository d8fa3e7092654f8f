package io.counterpart.faults.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.counterpart.faults.history.Act;
import io.counterpart.faults.history.Doing;
import io.counterpart.faults.history.History;

/** An acknowledged customer is everywhere once; one of unknown fate everywhere or nowhere; a refused one nowhere. */
final class CreatedOnce implements Rule {

    private static final String PROMISE = "created once";

    @Override
    public Stream<Violation> broken(History history, Findings findings) {
        Map<String, Map<String, List<Found>>> found = findings.places().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        place -> place.getValue().stream().collect(Collectors.groupingBy(Found::marker))));
        return history.byMarker(Doing.Create.class).values().stream()
                .flatMap(List::stream)
                .flatMap(act -> broken(act, found));
    }

    private static Stream<Violation> broken(Act act, Map<String, Map<String, List<Found>>> found) {
        String marker = act.doing().marker();
        int expected = expected(act, found);
        return found.entrySet().stream()
                .map(place ->
                        violation(act, place.getKey(), place.getValue().getOrDefault(marker, List.of()), expected))
                .flatMap(Stream::ofNullable);
    }

    private static int expected(Act act, Map<String, Map<String, List<Found>>> found) {
        return switch (act.outcome()) {
            case ACKNOWLEDGED -> 1;
            case REFUSED -> 0;
            case UNKNOWN ->
                found.values().stream()
                                .anyMatch(place -> place.containsKey(act.doing().marker()))
                        ? 1
                        : 0;
        };
    }

    @org.jspecify.annotations.Nullable private static Violation violation(Act act, String place, List<Found> customers, int expected) {
        String marker = act.doing().marker();
        if (customers.size() != expected) {
            return new Violation(
                    PROMISE, marker, "%s, found %d times at %s".formatted(act.outcome(), customers.size(), place));
        }
        boolean other = act.asyncCustomerId() != null
                && customers.stream()
                        .anyMatch(customer -> !customer.asyncCustomerId().equals(act.asyncCustomerId()));
        return other ? new Violation(PROMISE, marker, "another id than the answer said at " + place) : null;
    }
}
