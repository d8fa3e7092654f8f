package io.counterpart.hq.master;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationKind;
import io.counterpart.contract.validation.EnteredValueRules;
import io.counterpart.hq.master.OperationResult.Rejected;

/** Applies an edited operation without any effect, by the rules for entered values and those of the conversion. */
@Component
public class OperationDryRun {

    private final CustomerMasterStore master;
    private final ReferenceDataSource reference;

    OperationDryRun(CustomerMasterStore master, ReferenceDataSource reference) {
        this.master = master;
        this.reference = reference;
    }

    /** The reason that would reject the operation; null: it would be accepted, or its customer does not exist yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public @Nullable Rejected refusal(CustomerOperation operation) {
        MasterCustomer customer = operation.kind() == OperationKind.CREATE_CUSTOMER
                ? null
                : master.lock(List.of(operation.asyncCustomerId())).values().stream()
                        .findFirst()
                        .orElse(null);
        Rejected invalid = invalidValue(operation, customer);
        if (invalid != null) {
            return invalid;
        }
        ReferenceData data = reference.read();
        if (operation.kind() == OperationKind.CREATE_CUSTOMER) {
            OperationResult made = MasterCustomer.create(operation, CreationInfo.of(operation, null, null), 1, data);
            return made instanceof Rejected refusal ? refusal : null;
        }
        return customer == null ? null : customer.rehearse(operation, data);
    }

    /** The first value that a channel would not accept either; null: there is none. */
    public static @Nullable Rejected invalidValue(CustomerOperation operation, @Nullable MasterCustomer customer) {
        var invalid = EnteredValueRules.firstInvalid(operation.body(), customer == null ? null : customer.content());
        return invalid == null
                ? null
                : new Rejected(invalid.reason().code(), invalid.reason().detail(), invalid.field());
    }
}
