package io.counterpart.hq.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.problem.ETags;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.staging.OperationReader;
import io.counterpart.hq.topics.WireJson;
import io.counterpart.support.problem.FieldError;
import io.counterpart.support.problem.Problem;

/** Mends an operation that is not done: what a person saves stands in the place of what came. */
@Service
class OperationRepairService {

    private final OperationStatusRepository repository;
    private final OperationPayloadEditor mending;
    private final OperationReader reader;
    private final OperationValidator proof;
    private final WireJson json;

    OperationRepairService(
            OperationStatusRepository repository,
            OperationPayloadEditor mending,
            OperationReader reader,
            OperationValidator proof,
            WireJson json) {
        this.repository = repository;
        this.mending = mending;
        this.reader = reader;
        this.proof = proof;
        this.json = json;
    }

    @Transactional
    OperationStatusRow save(UUID operationId, long version, List<Edit> edits) {
        OperationStatusRow row = open(operationId);
        ETags.require(Objects.equals(row.version(), version));
        JsonNode payload = json.tree(row.payload());
        apply(edits, new PayloadFields(payload));
        String mended = json.write(payload);
        proof.check(read(mended), edits);
        mending.replace(operationId, version, mended, AuditService.actor(), edits);
        return require(operationId);
    }

    OperationStatusRow require(UUID operationId) {
        return repository.find(operationId).orElseThrow(() -> HqProblem.OPERATION_NOT_FOUND.problem());
    }

    OperationStatusRow open(UUID operationId) {
        OperationStatusRow row = require(operationId);
        if (row.version() == null) {
            throw HqProblem.OPERATION_DONE.because("It has succeeded and can no longer be edited or retried.");
        }
        return row;
    }

    private static void apply(List<Edit> edits, PayloadFields fields) {
        var unknown = new ArrayList<FieldError>();
        for (int i = 0; i < edits.size(); i++) {
            JsonNode value = edits.get(i).newValue();
            if (!fields.set(edits.get(i).field(), value == null ? NullNode.getInstance() : value)) {
                unknown.add(new FieldError(
                        "/changes/%d/field".formatted(i), "unknown-field", "The operation has no field with this name"));
            }
        }
        if (!unknown.isEmpty()) {
            throw Problem.validation(unknown);
        }
    }

    private CustomerOperation read(String mended) {
        try {
            return reader.read(mended);
        } catch (RuntimeException e) {
            throw Problem.validation("/changes", "invalid-value", "A value has the wrong type");
        }
    }

    /** What a person typed into a field. */
    record Edit(String field, @Nullable JsonNode newValue) {}
}
