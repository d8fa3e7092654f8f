package io.counterpart.hq.console.synchronization;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.customer.Application;
import io.counterpart.hq.problem.Problem;
import io.counterpart.hq.problem.Versions;
import io.counterpart.hq.staging.OperationReader;
import io.counterpart.hq.staging.StagedRows;
import io.counterpart.hq.topics.WireJson;

/** Edits an operation that is not done. What is saved has passed the rules that the conversion will ask. */
@Service
class Repair {

    private final OperationDetailRepository operations;
    private final StagedRows staged;
    private final OperationReader reader;
    private final WireJson json;
    private final OperationRules rules;
    private final Clock clock;

    Repair(
            OperationDetailRepository operations,
            StagedRows staged,
            OperationReader reader,
            WireJson json,
            OperationRules rules,
            Clock clock) {
        this.operations = operations;
        this.staged = staged;
        this.reader = reader;
        this.json = json;
        this.rules = rules;
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
        return rules.refusal(edited);
    }

    /** Saves unless somebody else did meanwhile. */
    @Transactional
    public void save(OperationDetail operation, int version, Map<String, String> typed, String who) {
        String edited = json.write(OperationFields.edited(json.tree(operation.payload()), typed));
        Versions.require(operations.keep(operation.recid(), version, who, clock.instant()));
        staged.replace(
                reader.read(edited),
                edited,
                operation.traceparent(),
                operation.replicationCounter(),
                operation.uploadedAt());
    }

    /** Those of the operations that would fail again as they are, with the reason. */
    @Transactional
    public Map<UUID, Application.Refused> wouldFail(Collection<OperationDetail> some) {
        var refused = new LinkedHashMap<UUID, Application.Refused>();
        for (OperationDetail operation : some) {
            Application.Refused refusal = rules.refusal(operation.payload());
            if (refusal != null) {
                refused.put(operation.operationId(), refusal);
            }
        }
        return refused;
    }
}
