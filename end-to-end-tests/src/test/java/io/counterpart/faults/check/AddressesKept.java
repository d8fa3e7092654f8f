package io.counterpart.faults.check;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.counterpart.faults.history.Act;
import io.counterpart.faults.history.Doing.AddAddress;
import io.counterpart.faults.history.History;
import io.counterpart.faults.history.Outcome;

/** An acknowledged address is there once, one of unknown fate at most once, a refused one not at all. */
final class AddressesKept implements Rule {

    private static final String PROMISE = "addresses kept";

    @Override
    public Stream<Violation> broken(History history, Findings findings) {
        Map<String, List<String>> streets =
                findings.hq().stream().collect(Collectors.toMap(Found::marker, Found::streets, (one, other) -> one));
        return history.byMarker(AddAddress.class).values().stream()
                .flatMap(List::stream)
                .filter(act -> streets.containsKey(act.doing().marker()))
                .filter(act -> !holds(act, streets.getOrDefault(act.doing().marker(), List.of())))
                .map(act -> new Violation(
                        PROMISE,
                        act.doing().marker(),
                        "%s %s, found among %s"
                                .formatted(
                                        street(act),
                                        act.outcome(),
                                        streets.get(act.doing().marker()))));
    }

    private static boolean holds(Act act, List<String> streets) {
        int times = Collections.frequency(streets, street(act));
        return act.acknowledged() ? times == 1 : times <= (act.outcome() == Outcome.UNKNOWN ? 1 : 0);
    }

    private static String street(Act act) {
        return ((AddAddress) act.doing()).street();
    }
}
