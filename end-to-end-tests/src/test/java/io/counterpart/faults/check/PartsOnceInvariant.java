package io.counterpart.faults.check;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.counterpart.faults.history.ClientOperation;
import io.counterpart.faults.history.OperationHistory;
import io.counterpart.faults.history.OperationOutcome;
import io.counterpart.faults.history.OperationRequest.AddPart;

/**
 * An acknowledged address or contact is present once, one with an unknown outcome at most once, a refused one not at
 * all.
 */
final class PartsOnceInvariant implements Invariant {

    private static final String PROMISE = "parts kept";

    @Override
    public Stream<Violation> broken(OperationHistory history, AuditFindings findings) {
        Map<String, List<StoredCustomer>> customers =
                findings.hq().stream().collect(Collectors.groupingBy(StoredCustomer::marker));
        return history.byMarker(AddPart.class).values().stream()
                .flatMap(List::stream)
                .flatMap(act -> customers.getOrDefault(act.doing().marker(), List.of()).stream()
                        .filter(customer -> act.isAbout(customer.asyncCustomerId()))
                        .filter(customer ->
                                !holds(act, customer, findings.evidence().isInterrupted(act)))
                        .map(customer -> violation(act, customer)));
    }

    private static boolean holds(ClientOperation act, StoredCustomer customer, boolean interrupted) {
        int times = Collections.frequency(values(act, customer), added(act).value());
        if (interrupted && times == 2) {
            return true;
        }
        return act.acknowledged() ? times == 1 : times <= (act.outcome() == OperationOutcome.UNKNOWN ? 1 : 0);
    }

    private static Violation violation(ClientOperation act, StoredCustomer customer) {
        return new Violation(
                PROMISE,
                customer.marker(),
                "%s %s, found among %s".formatted(added(act).value(), act.outcome(), values(act, customer)));
    }

    private static List<String> values(ClientOperation act, StoredCustomer customer) {
        return customer.parts().getOrDefault(added(act).part(), List.of());
    }

    private static AddPart added(ClientOperation act) {
        return (AddPart) act.doing();
    }
}
