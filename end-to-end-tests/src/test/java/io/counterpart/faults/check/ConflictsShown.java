package io.counterpart.faults.check;

import java.util.Objects;
import java.util.stream.Stream;

import io.counterpart.faults.history.OperationHistory;

/**
 * An operation with an operation number already in use is refused, or takes effect, but never counts as done without
 * effect.
 */
final class ConflictsShown implements Invariant {

    @Override
    public Stream<Violation> broken(OperationHistory history, AuditFindings findings) {
        return findings.evidence().conflicts().stream()
                .filter(conflict -> conflict.status().equals("SUCCEEDED"))
                .filter(conflict -> !tookEffect(conflict, findings))
                .map(conflict -> new Violation(
                        "conflicts shown",
                        conflict.marker(),
                        "operation %s succeeded without effect".formatted(conflict.operationId())));
    }

    private static boolean tookEffect(Conflict conflict, AuditFindings findings) {
        Stream<Object> held = Stream.concat(
                findings.hq().stream().flatMap(customer -> customer.fields().values().stream()),
                findings.distributed().stream().flatMap(snapshot -> snapshot.fields().values().stream()));
        return held.anyMatch(value -> Objects.equals(value, conflict.value()))
                || findings.staged().stream().anyMatch(edit -> edit.overridden().contains(conflict.value()));
    }
}
