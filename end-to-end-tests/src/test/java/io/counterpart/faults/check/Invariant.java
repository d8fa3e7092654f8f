package io.counterpart.faults.check;

import java.util.stream.Stream;

import io.counterpart.faults.history.OperationHistory;

/** One guarantee. */
@FunctionalInterface
interface Invariant {

    Stream<Violation> broken(OperationHistory history, AuditFindings findings);
}
