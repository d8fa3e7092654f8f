package io.counterpart.hq.operation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import io.counterpart.hq.master.OperationResult;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.topics.WireJson;

/** Edits an operation with what was typed into a page. What is saved has passed the rules that the conversion will ask. */
@Service
class OperationEditService {

    private final OperationDetailRepository operations;
    private final OperationPayloadEditor mending;
    private final WireJson json;

    OperationEditService(OperationDetailRepository operations, OperationPayloadEditor mending, WireJson json) {
        this.operations = operations;
        this.mending = mending;
        this.json = json;
    }

    OperationDetail find(UUID id) {
        return operations.find(id).orElseThrow(() -> HqProblem.OPERATION_NOT_FOUND.problem());
    }

    List<OperationField> fields(OperationDetail operation) {
        return OperationFields.of(json.tree(operation.payload()));
    }

    /** What the rules have against the operation with these values; null when nothing. */
    OperationResult.@Nullable Rejected check(OperationDetail operation, Map<String, String> typed) {
        return mending.refusal(edited(operation, typed));
    }

    /** Saves unless somebody else did meanwhile. */
    void save(OperationDetail operation, int version, Map<String, String> typed, String who) {
        List<String> changed = fields(operation).stream()
                .filter(field -> field.isChangedBy(typed.get(field.pointer())))
                .map(OperationField::pointer)
                .toList();
        mending.replace(operation.operationId(), version, edited(operation, typed), who, changed);
    }

    private String edited(OperationDetail operation, Map<String, String> typed) {
        return json.write(OperationFields.edited(json.tree(operation.payload()), typed));
    }
}
