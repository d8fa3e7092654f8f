package io.counterpart.hq.console.synchronization;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.customer.Application;
import io.counterpart.hq.customer.CustomerMaster;
import io.counterpart.hq.customer.MasterCustomer;
import io.counterpart.hq.customer.Origin;
import io.counterpart.hq.customer.ReferenceSource;
import io.counterpart.hq.problem.Problem;
import io.counterpart.hq.problem.Versions;
import io.counterpart.hq.staging.OperationReader;
import io.counterpart.hq.topics.WireJson;

/** Edits an operation that is not done. What is saved has passed the rules that the conversion will ask. */
@Service
class Repair {

    private final OperationDetailRepository operations;
    private final OperationReader reader;
    private final WireJson json;
    private final CustomerMaster master;
    private final ReferenceSource reference;
    private final Clock clock;

    Repair(
            OperationDetailRepository operations,
            OperationReader reader,
            WireJson json,
            CustomerMaster master,
            ReferenceSource reference,
            Clock clock) {
        this.operations = operations;
        this.reader = reader;
        this.json = json;
        this.master = master;
        this.reference = reference;
        this.clock = clock;
    }

    OperationDetail find(UUID id) {
        return operations.find(id).orElseThrow(() -> Problem.notFound("operation-not-found", "Operation"));
    }

    List<Field> fields(OperationDetail operation) {
        return OperationFields.of(json.tree(operation.payload()));
    }

    /** What the rules have against the operation with these values; null when nothing. */
    @Transactional
    public Application.@Nullable Refused check(OperationDetail operation, Map<String, String> typed) {
        String edited = json.write(OperationFields.edited(json.tree(operation.payload()), typed));
        return refusal(edited);
    }

    /** Saves unless somebody else did meanwhile. */
    @Transactional
    public void save(OperationDetail operation, int version, Map<String, String> typed, String who) {
        String edited = json.write(OperationFields.edited(json.tree(operation.payload()), typed));
        Instant now = clock.instant();
        Versions.require(operations.save(operation.recid(), version, edited, who, now));
    }

    /** Those of the operations that would fail again as they are, with the reason. */
    @Transactional
    public Map<UUID, Application.Refused> wouldFail(Collection<OperationDetail> some) {
        var refused = new java.util.LinkedHashMap<UUID, Application.Refused>();
        for (OperationDetail operation : some) {
            Application.Refused refusal = refusal(operation.payload());
            if (refusal != null) {
                refused.put(operation.operationId(), refusal);
            }
        }
        return refused;
    }

    private Application.@Nullable Refused refusal(String payload) {
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
