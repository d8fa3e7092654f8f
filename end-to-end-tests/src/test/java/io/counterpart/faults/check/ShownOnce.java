package io.counterpart.faults.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.counterpart.faults.history.Act;
import io.counterpart.faults.history.Doing.Create;
import io.counterpart.faults.history.History;

/** No search shows a customer twice, pending and converted; each acknowledged one is found. */
final class ShownOnce implements Rule {

    @Override
    public Stream<Violation> broken(History history, Findings findings) {
        Map<String, List<Act>> creates = history.byMarker(Create.class);
        return findings.shown().stream()
                .filter(shown -> isRepeated(shown, creates, findings.evidence())
                        || isMissed(shown, creates, findings.evidence()))
                .map(shown -> new Violation(
                        "shown once", shown.marker(), "%s shows %s".formatted(shown.place(), shown.customers())));
    }

    private static boolean isRepeated(Shown shown, Map<String, List<Act>> creates, Evidence evidence) {
        boolean mayBeTwo =
                creates.getOrDefault(shown.marker(), List.of()).stream().anyMatch(evidence::isInterrupted);
        return shown.customers().size() > (mayBeTwo ? 2 : 1);
    }

    private static boolean isMissed(Shown shown, Map<String, List<Act>> creates, Evidence evidence) {
        return shown.customers().isEmpty()
                && creates.getOrDefault(shown.marker(), List.of()).stream()
                        .anyMatch(act -> act.acknowledged() && !evidence.isForgotten(act));
    }
}
