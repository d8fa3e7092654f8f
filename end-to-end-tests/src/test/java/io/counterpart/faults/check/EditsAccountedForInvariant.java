package io.counterpart.faults.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.counterpart.faults.history.ClientOperation;
import io.counterpart.faults.history.OperationHistory;
import io.counterpart.faults.history.OperationRequest.Edit;

/**
 * The value of every acknowledged edit was the customer's at some time: it is at HQ or was distributed, or another edit
 * replaced it before that; otherwise it is recorded as overridden.
 */
final class EditsAccountedForInvariant implements Invariant {

    @Override
    public Stream<Violation> broken(OperationHistory history, AuditFindings findings) {
        Map<String, Set<String>> held = new HashMap<>();
        findings.hq()
                .forEach(customer -> valuesOf(customer.marker(), held)
                        .addAll(customer.fields().values()));
        findings.distributed()
                .forEach(snapshot -> valuesOf(snapshot.marker(), held)
                        .addAll(snapshot.fields().values()));
        Map<String, List<StagedEdit>> staged =
                findings.staged().stream().collect(Collectors.groupingBy(StagedEdit::marker));
        return history.byMarker(Edit.class).values().stream()
                .flatMap(List::stream)
                .filter(ClientOperation::acknowledged)
                .map(act -> (Edit) act.doing())
                .filter(edit -> held.containsKey(edit.marker()))
                .filter(edit -> !valuesOf(edit.marker(), held).contains(edit.value()))
                .filter(edit -> !isOnRecord(edit, staged.getOrDefault(edit.marker(), List.of())))
                .map(edit -> new Violation("edits accounted for", edit.marker(), edit.toString()));
    }

    private static Set<String> valuesOf(String marker, Map<String, Set<String>> held) {
        return held.computeIfAbsent(marker, key -> new HashSet<>());
    }

    // An edit that replaced this value proves that the channel held it, even if a restore of HQ lost the first one.
    private static boolean isOnRecord(Edit edit, List<StagedEdit> staged) {
        return staged.stream()
                .anyMatch(it ->
                        it.replaced().contains(edit.value()) || it.overridden().contains(edit.value()));
    }
}
