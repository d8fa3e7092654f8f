package io.counterpart.faults.check;

import java.util.List;

import io.counterpart.faults.history.OperationHistory;

/** Holds what was found against what was promised; pure, so that it can be fed with broken histories in a test. */
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
