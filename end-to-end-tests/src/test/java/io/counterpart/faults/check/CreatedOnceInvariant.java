package io.counterpart.faults.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.counterpart.faults.history.ClientOperation;
import io.counterpart.faults.history.OperationHistory;
import io.counterpart.faults.history.OperationRequest;

/**
 * An acknowledged customer is everywhere once; one with an unknown outcome everywhere or nowhere; a refused one
 * nowhere.
 */
final class CreatedOnceInvariant implements Invariant {

    private static final String PROMISE = "created once";

    @Override
    public Stream<Violation> broken(OperationHistory history, AuditFindings findings) {
        Map<String, Map<String, List<StoredCustomer>>> found = findings.places().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        place -> place.getValue().stream().collect(Collectors.groupingBy(StoredCustomer::marker))));
        return history.byMarker(OperationRequest.Create.class).values().stream()
                .flatMap(List::stream)
                .flatMap(act -> broken(act, found, findings.evidence().isInterrupted(act)));
    }

    private static Stream<Violation> broken(
            ClientOperation act, Map<String, Map<String, List<StoredCustomer>>> found, boolean interrupted) {
        String marker = act.doing().marker();
        int expected = expected(act, found, interrupted);
        return found.entrySet().stream()
                .map(place ->
                        violation(act, place.getKey(), place.getValue().getOrDefault(marker, List.of()), expected))
                .flatMap(Stream::ofNullable);
    }

    private static int expected(
            ClientOperation act, Map<String, Map<String, List<StoredCustomer>>> found, boolean interrupted) {
        if (interrupted) {
            // The idempotency key of a POST may be lost with its first attempt; the retry then creates another
            // customer.
            long most = found.values().stream()
                    .mapToLong(place ->
                            place.getOrDefault(act.doing().marker(), List.of()).size())
                    .max()
                    .orElse(0);
            if (most == 2) {
                return 2;
            }
        }
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

    @org.jspecify.annotations.Nullable private static Violation violation(
            ClientOperation act, String place, List<StoredCustomer> customers, int expected) {
        String marker = act.doing().marker();
        if (customers.size() != expected) {
            return new Violation(
                    PROMISE, marker, "%s, found %d times at %s".formatted(act.outcome(), customers.size(), place));
        }
        boolean other = expected == 1
                && act.asyncCustomerId() != null
                && customers.stream()
                        .anyMatch(customer -> !customer.asyncCustomerId().equals(act.asyncCustomerId()));
        return other ? new Violation(PROMISE, marker, "another id than the answer said at " + place) : null;
    }
}
