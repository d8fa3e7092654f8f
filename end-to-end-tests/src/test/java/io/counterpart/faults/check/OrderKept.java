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

import io.counterpart.faults.history.Act;
import io.counterpart.faults.history.Doing.Edit;
import io.counterpart.faults.history.History;

/**
 * Along the versions of a customer nothing goes back: no applied operation is unapplied, no account number changes, no
 * field returns to the value of an edit that was over before the present one began.
 */
final class OrderKept implements Rule {

    private static final String PROMISE = "order kept";

    @Override
    public Stream<Violation> broken(History history, Findings findings) {
        Map<String, Act> editOfValue = new HashMap<>();
        history.byMarker(Edit.class).values().forEach(acts -> acts.forEach(act -> editOfValue.put(key(act), act)));
        return findings.distributed().stream()
                .collect(Collectors.groupingBy(Distributed::asyncCustomerId))
                .values()
                .stream()
                .flatMap(versions -> along(versions, editOfValue));
    }

    private static Stream<Violation> along(List<Distributed> versions, Map<String, Act> editOfValue) {
        List<Distributed> numbered = versions.stream()
                .filter(snapshot -> snapshot.accountNumber() != null)
                .sorted(Comparator.comparingLong(Distributed::version))
                .toList();
        return IntStream.range(1, numbered.size())
                .mapToObj(i -> step(numbered.get(i - 1), numbered.get(i), editOfValue))
                .flatMap(Stream::ofNullable);
    }

    @Nullable private static Violation step(Distributed from, Distributed to, Map<String, Act> editOfValue) {
        String what = !Objects.equals(from.accountNumber(), to.accountNumber())
                ? "account number went from %s to %s".formatted(from.accountNumber(), to.accountNumber())
                : from.version() == to.version() && !from.equals(to)
                        ? "two contents of version %d".formatted(from.version())
                        : unapplied(from, to)
                                ? "applied %s, then %s".formatted(from, to)
                                : wentBack(from, to, editOfValue);
        return what == null ? null : new Violation(PROMISE, to.marker(), what);
    }

    private static boolean unapplied(Distributed from, Distributed to) {
        return from.appliedOperations().entrySet().stream()
                .anyMatch(database -> to.appliedOperations().getOrDefault(database.getKey(), 0) < database.getValue());
    }

    @Nullable private static String wentBack(Distributed from, Distributed to, Map<String, Act> editOfValue) {
        return to.fields().keySet().stream()
                .filter(field -> {
                    Act before = editOfValue.get(key(from, field));
                    Act after = editOfValue.get(key(to, field));
                    return before != null && after != null && after.precedes(before);
                })
                .map(field -> "%s went back from %s to %s"
                        .formatted(field, from.fields().get(field), to.fields().get(field)))
                .findFirst()
                .orElse(null);
    }

    private static String key(Act act) {
        var edit = (Edit) act.doing();
        return edit.marker() + "/" + edit.field() + "/" + edit.value();
    }

    private static String key(Distributed snapshot, String field) {
        return snapshot.marker() + "/" + field + "/" + snapshot.fields().get(field);
    }
}
