package io.counterpart.faults.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.counterpart.faults.history.ClientOperation;
import io.counterpart.faults.history.OperationHistory;
import io.counterpart.faults.history.OperationRequest.Create;
import io.counterpart.faults.history.OperationRequest.Edit;
import io.counterpart.faults.history.OperationRequest.Read;

/**
 * A read after an acknowledged edit at the same channel database returns that edit or a later one, also while it is
 * pending.
 */
final class ReadYourWritesInvariant implements Invariant {

    @Override
    public Stream<Violation> broken(OperationHistory history, AuditFindings findings) {
        Map<String, List<ClientOperation>> edits = history.byMarker(Edit.class);
        Map<String, List<ClientOperation>> creates = history.byMarker(Create.class);
        return history.byMarker(Read.class).entrySet().stream()
                .flatMap(looks -> looks.getValue().stream()
                        .filter(ClientOperation::acknowledged)
                        .filter(look -> isStale(
                                look,
                                edits.getOrDefault(looks.getKey(), List.of()),
                                creates.getOrDefault(looks.getKey(), List.of()),
                                findings.evidence()))
                        .map(look -> new Violation("own edits seen", looks.getKey(), look.toString())));
    }

    // A value is stale when an edit at this channel database replaced it: that edit began after the one with this value
    // had ended, and ended before the read began.
    private static boolean isStale(
            ClientOperation look, List<ClientOperation> edits, List<ClientOperation> creates, Evidence evidence) {
        var seen = (Read) look.doing();
        List<ClientOperation> ofField = edits.stream()
                .filter(act -> ((Edit) act.doing()).field().equals(seen.field()))
                .toList();
        Stream<ClientOperation> origins = Stream.concat(
                ofField.stream().filter(act -> ((Edit) act.doing()).value().equals(seen.value())),
                creates.stream()
                        .filter(act -> seen.value()
                                .equals(((Create) act.doing()).fields().get(seen.field()))));
        List<ClientOperation> before = ofField.stream()
                .filter(act -> act.acknowledged() && act.database().equals(look.database()) && act.precedes(look))
                .filter(act -> !evidence.isForgotten(act))
                .toList();
        return origins.allMatch(origin -> before.stream().anyMatch(origin::precedes)) && !before.isEmpty();
    }
}
