package io.counterpart.faults.check;

import java.util.List;

import io.counterpart.faults.history.OperationHistory;

/** Checks the findings against the guarantees. It is a pure function, so that a test can pass it invalid histories. */
public final class ConsistencyChecker {

    private static final List<Invariant> RULES = List.of(
            new CreatedOnceInvariant(),
            new UniqueAccountNumberInvariant(),
            new NumbersNeverReused(),
            new LatestEditInvariant(),
            new EditsAccountedForInvariant(),
            new ReadYourWritesInvariant(),
            new PartsOnceInvariant(),
            new ConvergenceInvariant(),
            new MonotonicVersionInvariant(),
            new SearchUniquenessInvariant(),
            new RefusalsKnown(),
            new ConflictsShown(),
            new EmptyQueuesInvariant());

    private ConsistencyChecker() {}

    public static List<Violation> check(OperationHistory history, AuditFindings findings) {
        OperationHistory judged = history.withUnknown(findings.evidence()::isExempt);
        return RULES.stream().flatMap(rule -> rule.broken(judged, findings)).toList();
    }
}
