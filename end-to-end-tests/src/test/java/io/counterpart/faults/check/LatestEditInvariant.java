package io.counterpart.faults.check;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.counterpart.faults.history.ClientOperation;
import io.counterpart.faults.history.OperationHistory;
import io.counterpart.faults.history.OperationRequest.Create;
import io.counterpart.faults.history.OperationRequest.Edit;

/**
 * A field has the value of an edit that no acknowledged edit followed. All edits of a run use one clock, and the later
 * origin wins, so the order of the clients is the order of the values, across channels.
 */
final class LatestEditInvariant implements Invariant {

    private static final String PROMISE = "edits kept";

    @Override
    public Stream<Violation> broken(OperationHistory history, AuditFindings findings) {
        Map<String, List<ClientOperation>> creates = history.byMarker(Create.class);
        Map<String, List<ClientOperation>> edits = history.byMarker(Edit.class);
        return findings.hq().stream()
                .filter(customer -> edits.containsKey(customer.marker()))
                .flatMap(customer -> of(
                        customer,
                        creates.getOrDefault(customer.marker(), List.of()),
                        edits.getOrDefault(customer.marker(), List.of()).stream()
                                .filter(act -> act.isAbout(customer.asyncCustomerId()))
                                .toList()));
    }

    private static Stream<Violation> of(
            StoredCustomer customer, List<ClientOperation> creates, List<ClientOperation> edits) {
        Map<String, List<ClientOperation>> byField =
                edits.stream().collect(Collectors.groupingBy(act -> edit(act).field()));
        return byField.entrySet().stream()
                .filter(field -> !mayHold(
                        customer.fields().get(field.getKey()), initial(creates, field.getKey()), field.getValue()))
                .map(field -> new Violation(
                        PROMISE,
                        customer.marker(),
                        "%s is %s after %s"
                                .formatted(
                                        field.getKey(),
                                        customer.fields().get(field.getKey()),
                                        described(field.getValue()))));
    }

    private static boolean mayHold(@Nullable String value, @Nullable String initial, List<ClientOperation> edits) {
        if (Objects.equals(value, initial)) {
            return edits.stream().noneMatch(ClientOperation::acknowledged);
        }
        return edits.stream()
                .filter(act -> edit(act).value().equals(value))
                .anyMatch(act -> act.possible() && !followed(act, edits));
    }

    private static boolean followed(ClientOperation act, List<ClientOperation> edits) {
        return edits.stream().anyMatch(other -> other.acknowledged() && act.precedes(other));
    }

    @Nullable private static String initial(List<ClientOperation> creates, String field) {
        return creates.stream()
                .map(act -> ((Create) act.doing()).fields().get(field))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String described(List<ClientOperation> edits) {
        return edits.stream()
                .map(act -> "%s %s".formatted(edit(act).value(), act.outcome()))
                .collect(Collectors.joining(", "));
    }

    private static Edit edit(ClientOperation act) {
        return (Edit) act.doing();
    }
}
