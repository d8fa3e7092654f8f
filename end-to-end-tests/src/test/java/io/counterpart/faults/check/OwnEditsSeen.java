package io.counterpart.faults.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.counterpart.faults.history.Act;
import io.counterpart.faults.history.Doing.Create;
import io.counterpart.faults.history.Doing.Edit;
import io.counterpart.faults.history.Doing.Look;
import io.counterpart.faults.history.History;

/** Who looks after an acknowledged edit at the same channel database sees it or a later one, also while it is pending. */
final class OwnEditsSeen implements Rule {

    @Override
    public Stream<Violation> broken(History history, Findings findings) {
        Map<String, List<Act>> edits = history.byMarker(Edit.class);
        Map<String, List<Act>> creates = history.byMarker(Create.class);
        return history.byMarker(Look.class).entrySet().stream()
                .flatMap(looks -> looks.getValue().stream()
                        .filter(Act::acknowledged)
                        .filter(look -> isStale(
                                look,
                                edits.getOrDefault(looks.getKey(), List.of()),
                                creates.getOrDefault(looks.getKey(), List.of()),
                                findings.evidence()))
                        .map(look -> new Violation("own edits seen", looks.getKey(), look.toString())));
    }

    // A value is stale when an edit made here replaced it: one that began after it was over, and was over before the
    // look began.
    private static boolean isStale(Act look, List<Act> edits, List<Act> creates, Evidence evidence) {
        var seen = (Look) look.doing();
        List<Act> ofField = edits.stream()
                .filter(act -> ((Edit) act.doing()).field().equals(seen.field()))
                .toList();
        Stream<Act> origins = Stream.concat(
                ofField.stream().filter(act -> ((Edit) act.doing()).value().equals(seen.value())),
                creates.stream()
                        .filter(act -> seen.value()
                                .equals(((Create) act.doing()).fields().get(seen.field()))));
        List<Act> before = ofField.stream()
                .filter(act -> act.acknowledged() && act.database().equals(look.database()) && act.precedes(look))
                .filter(act -> !evidence.isForgotten(act))
                .toList();
        return origins.allMatch(origin -> before.stream().anyMatch(origin::precedes)) && !before.isEmpty();
    }
}
