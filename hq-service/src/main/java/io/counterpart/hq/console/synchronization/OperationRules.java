package io.counterpart.hq.console.synchronization;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.customer.Application;
import io.counterpart.hq.customer.CustomerMaster;
import io.counterpart.hq.customer.MasterCustomer;
import io.counterpart.hq.customer.Origin;
import io.counterpart.hq.customer.ReferenceSource;
import io.counterpart.hq.staging.OperationReader;

/** Asks the rules of the conversion about an operation without converting it. */
@Component
class OperationRules {

    private final OperationReader reader;
    private final CustomerMaster master;
    private final ReferenceSource reference;

    OperationRules(OperationReader reader, CustomerMaster master, ReferenceSource reference) {
        this.reader = reader;
        this.master = master;
        this.reference = reference;
    }

    /** Why the conversion would refuse it; null when it would not. In the caller's transaction. */
    Application.@Nullable Refused refusal(String payload) {
        CustomerOperation operation;
        try {
            operation = reader.read(payload);
        } catch (RuntimeException e) {
            return new Application.Refused("unreadable", "A value has the wrong form.");
        }
        MasterCustomer known = master.lock(List.of(operation.asyncCustomerId())).get(operation.asyncCustomerId());
        Application outcome = known == null
                ? MasterCustomer.create(operation, Origin.of(operation, null, null), 1, reference.read())
                : known.apply(operation, reference.read());
        return outcome instanceof Application.Refused refused ? refused : null;
    }
}
