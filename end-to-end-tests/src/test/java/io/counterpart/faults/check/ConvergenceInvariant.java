package io.counterpart.faults.check;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.counterpart.faults.history.OperationHistory;

/** Every channel database shows each customer as HQ stores it, and nothing of it as pending. */
final class ConvergenceInvariant implements Invariant {

    private static final String PROMISE = "same everywhere";

    @Override
    public Stream<Violation> broken(OperationHistory history, AuditFindings findings) {
        Map<UUID, StoredCustomer> master = findings.hq().stream()
                .collect(Collectors.toMap(StoredCustomer::asyncCustomerId, Function.identity(), (one, other) -> one));
        return findings.channels().entrySet().stream()
                .flatMap(channel -> channel.getValue().stream()
                        .map(customer -> compared(channel.getKey(), customer, master.get(customer.asyncCustomerId())))
                        .flatMap(Stream::ofNullable));
    }

    @Nullable private static Violation compared(String place, StoredCustomer here, @Nullable StoredCustomer atHq) {
        if (atHq == null) {
            return new Violation(PROMISE, here.marker(), "at %s but not at HQ".formatted(place));
        }
        if (here.pending() != 0) {
            return new Violation(
                    PROMISE, here.marker(), "%d operations pending at %s".formatted(here.pending(), place));
        }
        boolean same = Objects.equals(here.accountNumber(), atHq.accountNumber())
                && here.marker().equals(atHq.marker())
                && here.fields().equals(atHq.fields())
                && sorted(here.parts()).equals(sorted(atHq.parts()));
        return same ? null : new Violation(PROMISE, here.marker(), "%s has %s, HQ has %s".formatted(place, here, atHq));
    }

    private static Map<String, List<String>> sorted(Map<String, List<String>> parts) {
        return parts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        part -> part.getValue().stream().sorted().toList()));
    }
}
