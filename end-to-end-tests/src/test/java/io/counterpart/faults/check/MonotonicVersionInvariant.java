package io.counterpart.faults.check;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.counterpart.faults.history.ClientOperation;
import io.counterpart.faults.history.OperationHistory;
import io.counterpart.faults.history.OperationRequest.Edit;

/**
 * Nothing is reverted along the versions of a customer: no applied operation is unapplied, no account number changes,
 * no field returns to the value of an edit that had ended before the current one began.
 */
final class MonotonicVersionInvariant implements Invariant {

    private static final String PROMISE = "order kept";

    @Override
    public Stream<Violation> broken(OperationHistory history, AuditFindings findings) {
        Map<String, ClientOperation> editOfValue = new HashMap<>();
        history.byMarker(Edit.class).values().forEach(acts -> acts.forEach(act -> editOfValue.put(key(act), act)));
        return findings.distributed().stream()
                .collect(Collectors.groupingBy(DistributedSnapshot::asyncCustomerId))
                .values()
                .stream()
                .flatMap(versions -> along(versions, editOfValue));
    }

    private static Stream<Violation> along(
            List<DistributedSnapshot> versions, Map<String, ClientOperation> editOfValue) {
        List<DistributedSnapshot> numbered = versions.stream()
                .filter(snapshot -> snapshot.accountNumber() != null)
                .sorted(Comparator.comparingLong(DistributedSnapshot::version))
                .toList();
        return IntStream.range(1, numbered.size())
                .mapToObj(i -> step(numbered.get(i - 1), numbered.get(i), editOfValue))
                .flatMap(Stream::ofNullable);
    }

    @Nullable private static Violation step(
            DistributedSnapshot from, DistributedSnapshot to, Map<String, ClientOperation> editOfValue) {
        String what = !Objects.equals(from.accountNumber(), to.accountNumber())
                ? "account number went from %s to %s".formatted(from.accountNumber(), to.accountNumber())
                : from.version() == to.version() && !from.equals(to)
                        ? "two contents of version %d".formatted(from.version())
                        : unapplied(from, to)
                                ? "applied %s, then %s".formatted(from, to)
                                : wentBack(from, to, editOfValue);
        return what == null ? null : new Violation(PROMISE, to.marker(), what);
    }

    private static boolean unapplied(DistributedSnapshot from, DistributedSnapshot to) {
        return from.appliedOperations().entrySet().stream()
                .anyMatch(database -> to.appliedOperations().getOrDefault(database.getKey(), 0) < database.getValue());
    }

    @Nullable private static String wentBack(
            DistributedSnapshot from, DistributedSnapshot to, Map<String, ClientOperation> editOfValue) {
        return to.fields().keySet().stream()
                .filter(field -> {
                    ClientOperation before = editOfValue.get(key(from, field));
                    ClientOperation after = editOfValue.get(key(to, field));
                    return before != null && after != null && after.precedes(before);
                })
                .map(field -> "%s went back from %s to %s"
                        .formatted(field, from.fields().get(field), to.fields().get(field)))
                .findFirst()
                .orElse(null);
    }

    private static String key(ClientOperation act) {
        var edit = (Edit) act.doing();
        return edit.marker() + "/" + edit.field() + "/" + edit.value();
    }

    private static String key(DistributedSnapshot snapshot, String field) {
        return snapshot.marker() + "/" + field + "/" + snapshot.fields().get(field);
    }
}
