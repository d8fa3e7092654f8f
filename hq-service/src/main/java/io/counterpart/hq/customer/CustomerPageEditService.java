package io.counterpart.hq.customer;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.master.OperationDryRun;
import io.counterpart.hq.master.OperationResult;
import io.counterpart.hq.problem.Versions;
import io.counterpart.hq.synchronization.ImmediateConversion;
import io.counterpart.hq.synchronization.ImmediateConversion.ConversionResult;

/**
 * Applies an edit made at HQ as an operation like those of the channels, from a channel database named hq; 1010
 * distributes it.
 */
@Service
class CustomerPageEditService {

    static final List<String> FIELDS = List.of(
            "title",
            "firstName",
            "middleName",
            "lastName",
            "organizationName",
            "email",
            "phone",
            "language",
            "currencyCode",
            "customerGroup",
            "receiptOption",
            "receiptEmail",
            "mobile",
            "url",
            "vatNumber",
            "invoiceAccount",
            "optOutPersonalization",
            "optOutWebActivityTracking");

    private static final String HQ = "hq";

    private final CustomerMasterStore master;
    private final ImmediateConversion conversion;
    private final PartEditService parts;
    private final CustomerEditAudit audit;
    private final OperationDryRun rules;
    private final Clock clock;

    CustomerPageEditService(
            CustomerMasterStore master,
            ImmediateConversion conversion,
            PartEditService parts,
            CustomerEditAudit audit,
            OperationDryRun rules,
            Clock clock) {
        this.master = master;
        this.conversion = conversion;
        this.parts = parts;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    /** Returns the reason if HQ's rules reject the edit; null if it was applied. */
    @Transactional
    public OperationResult.@Nullable Rejected save(CustomerSnapshot customer, Map<String, String> typed) {
        List<FieldChange> changes =
                PartEditService.changes(parts.values(customer.content().profile()), typed, FIELDS);
        return changes.isEmpty() ? null : apply(customer, new OperationBody.EditProfile(changes));
    }

    /**
     * The same for an operation of any kind. The customer is locked before its version is compared: two concurrent
     * edits would otherwise have the same operation number, and the second would be ignored as a repetition.
     */
    @Transactional
    public OperationResult.@Nullable Rejected apply(CustomerSnapshot customer, OperationBody act) {
        MasterCustomer now = master.lock(List.of(customer.asyncCustomerId())).get(customer.asyncCustomerId());
        Versions.require(now != null && now.editVersion() == customer.versionForEditors());
        var operation = new CustomerOperation(
                CustomerOperation.SCHEMA_VERSION,
                UUID.randomUUID(),
                HQ,
                "HQ",
                customer.asyncCustomerId(),
                customer.accountNumber(),
                customer.appliedOperations().getOrDefault(HQ, 0) + 1,
                null,
                null,
                clock.instant(),
                act);
        OperationResult.Rejected invalid = rules.refusal(operation);
        if (invalid != null) {
            return invalid;
        }
        if (conversion.convert(operation) instanceof ConversionResult.Rejected refused) {
            return new OperationResult.Rejected(refused.code(), refused.message());
        }
        audit.note(customer, act);
        return null;
    }
}
