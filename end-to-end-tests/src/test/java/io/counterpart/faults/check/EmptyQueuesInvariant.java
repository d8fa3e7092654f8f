package io.counterpart.faults.check;

import java.util.stream.Stream;

import io.counterpart.faults.history.OperationHistory;

/** After quiescence, every queue is empty. */
final class EmptyQueuesInvariant implements Invariant {

    @Override
    public Stream<Violation> broken(OperationHistory history, AuditFindings findings) {
        return findings.leftOver().entrySet().stream()
                .filter(queue -> queue.getValue() != 0)
                .map(queue -> new Violation("nothing left over", "-", queue.getKey() + " holds " + queue.getValue()));
    }
}
