package io.counterpart.faults.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.counterpart.faults.history.ClientOperation;
import io.counterpart.faults.history.OperationHistory;
import io.counterpart.faults.history.OperationRequest.Create;

/** No search returns a customer twice, as pending and as converted; each acknowledged customer is found. */
final class SearchUniquenessInvariant implements Invariant {

    @Override
    public Stream<Violation> broken(OperationHistory history, AuditFindings findings) {
        Map<String, List<ClientOperation>> creates = history.byMarker(Create.class);
        return findings.shown().stream()
                .filter(shown -> isRepeated(shown, creates, findings.evidence())
                        || isMissed(shown, creates, findings.evidence()))
                .map(shown -> new Violation(
                        "shown once", shown.marker(), "%s shows %s".formatted(shown.place(), shown.customers())));
    }

    private static boolean isRepeated(
            SearchObservation shown, Map<String, List<ClientOperation>> creates, Evidence evidence) {
        boolean mayBeTwo =
                creates.getOrDefault(shown.marker(), List.of()).stream().anyMatch(evidence::isInterrupted);
        return shown.customers().size() > (mayBeTwo ? 2 : 1);
    }

    private static boolean isMissed(
            SearchObservation shown, Map<String, List<ClientOperation>> creates, Evidence evidence) {
        return shown.customers().isEmpty()
                && creates.getOrDefault(shown.marker(), List.of()).stream()
                        .anyMatch(act -> act.acknowledged() && !evidence.isForgotten(act));
    }
}
