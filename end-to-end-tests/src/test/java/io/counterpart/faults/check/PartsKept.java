package io.counterpart.faults.check;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.counterpart.faults.history.Act;
import io.counterpart.faults.history.Doing.AddPart;
import io.counterpart.faults.history.History;
import io.counterpart.faults.history.Outcome;

/** An acknowledged address or contact is there once, one of unknown fate at most once, a refused one not at all. */
final class PartsKept implements Rule {

    private static final String PROMISE = "parts kept";

    @Override
    public Stream<Violation> broken(History history, Findings findings) {
        Map<String, List<Found>> customers = findings.hq().stream().collect(Collectors.groupingBy(Found::marker));
        return history.byMarker(AddPart.class).values().stream()
                .flatMap(List::stream)
                .flatMap(act -> customers.getOrDefault(act.doing().marker(), List.of()).stream()
                        .filter(customer -> act.isAbout(customer.asyncCustomerId()))
                        .filter(customer ->
                                !holds(act, customer, findings.evidence().isInterrupted(act)))
                        .map(customer -> violation(act, customer)));
    }

    private static boolean holds(Act act, Found customer, boolean interrupted) {
        int times = Collections.frequency(values(act, customer), added(act).value());
        if (interrupted && times == 2) {
            return true;
        }
        return act.acknowledged() ? times == 1 : times <= (act.outcome() == Outcome.UNKNOWN ? 1 : 0);
    }

    private static Violation violation(Act act, Found customer) {
        return new Violation(
                PROMISE,
                customer.marker(),
                "%s %s, found among %s".formatted(added(act).value(), act.outcome(), values(act, customer)));
    }

    private static List<String> values(Act act, Found customer) {
        return customer.parts().getOrDefault(added(act).part(), List.of());
    }

    private static AddPart added(Act act) {
        return (AddPart) act.doing();
    }
}
