package io.counterpart.faults.check;

import java.util.List;

import io.counterpart.faults.history.History;

/** Holds what was found against what was promised; pure, so that it can be fed with broken histories in a test. */
public final class Checker {

    private static final List<Rule> RULES = List.of(
            new CreatedOnce(),
            new OneNumberEach(),
            new NumbersNeverReused(),
            new EditsKept(),
            new EditsAccountedFor(),
            new OwnEditsSeen(),
            new PartsKept(),
            new SameEverywhere(),
            new OrderKept(),
            new ShownOnce(),
            new RefusalsKnown(),
            new ConflictsShown(),
            new NothingLeftOver());

    private Checker() {}

    public static List<Violation> check(History history, Findings findings) {
        History judged = history.withUnknown(findings.evidence()::isExempt);
        return RULES.stream().flatMap(rule -> rule.broken(judged, findings)).toList();
    }
}
