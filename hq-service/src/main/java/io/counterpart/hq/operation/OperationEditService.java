package io.counterpart.hq.operation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.audit.Actor;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.master.OperationDryRun;
import io.counterpart.hq.master.OperationResult.Rejected;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.Versions;
import io.counterpart.hq.staging.OperationReader;
import io.counterpart.hq.staging.StagedRowStore;
import io.counterpart.support.problem.FieldError;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;

/**
 * Finds operations, and edits open ones for the API, the pages and bulk repairs. A saved edit satisfies the rules of the
 * conversion, and the replaced payload is stored with editor and time.
 */
@Service
public class OperationEditService {

    private static final String UNREADABLE = "unreadable";

    private final OperationRepository operations;
    private final StagedRowStore staged;
    private final OperationReader reader;
    private final OperationDryRun dryRun;
    private final AuditService audit;
    private final MessageJson json;
    private final Clock clock;

    OperationEditService(
            OperationRepository operations,
            StagedRowStore staged,
            OperationReader reader,
            OperationDryRun dryRun,
            AuditService audit,
            MessageJson json,
            Clock clock) {
        this.operations = operations;
        this.staged = staged;
        this.reader = reader;
        this.dryRun = dryRun;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    public OperationRow find(UUID id) {
        return ifKnown(id).orElseThrow(() -> HqProblem.OPERATION_NOT_FOUND.problem());
    }

    public Optional<OperationRow> ifKnown(UUID id) {
        return operations.find(id);
    }

    /** The first operations that match. */
    public List<OperationRow> list(OperationFilter filter, int limit) {
        return operations.list(filter, limit);
    }

    OperationRow requireOpen(UUID id) {
        OperationRow row = find(id);
        if (!row.isOpen()) {
            throw HqProblem.OPERATION_DONE.because("It has succeeded and can no longer be edited or retried.");
        }
        return row;
    }

    public List<OperationField> fields(OperationRow operation) {
        return new OperationFields(json.tree(operation.payload())).forPage();
    }

    /** Checks the operation with these form values against the rules of the conversion; null: it would be accepted. */
    @Transactional
    public @Nullable Rejected check(OperationRow operation, Map<String, String> typed) {
        return refusal(withTyped(operation, typed));
    }

    /** Saves form values unless the version has changed. */
    @Transactional
    public void save(OperationRow operation, long version, Map<String, String> typed, Actor who) {
        replace(operation, version, withTyped(operation, typed), who);
    }

    /** Fields have the names of the API. */
    @Transactional
    public OperationRow save(UUID operationId, long version, List<Edit> edits) {
        OperationRow row = requireOpen(operationId);
        Versions.require(row.version() == version);
        var fields = new OperationFields(json.tree(row.payload()));
        apply(edits, fields);
        String edited = json.write(fields.operation());
        Rejected refused = refusal(edited);
        if (refused != null) {
            throw refused.code().equals(UNREADABLE)
                    ? Problem.validation("/changes", "invalid-value", "A value has the wrong type")
                    : invalid(refused, edits);
        }
        replace(row, version, edited, Actor.current());
        return find(operationId);
    }

    private String withTyped(OperationRow operation, Map<String, String> typed) {
        var fields = new OperationFields(json.tree(operation.payload()));
        fields.setTyped(typed);
        return json.write(fields.operation());
    }

    // Null: the conversion would accept the payload.
    private @Nullable Rejected refusal(String payload) {
        CustomerOperation operation;
        try {
            operation = reader.read(payload);
        } catch (RuntimeException e) {
            return new Rejected(UNREADABLE, "A value has an invalid format.");
        }
        return dryRun.refusal(operation);
    }

    private void replace(OperationRow row, long version, String payload, Actor who) {
        Versions.require(operations.saveOriginal(row.recid(), version, who.name(), clock.instant()));
        audit.noteChangeOf(who, "mend", row.operationId().toString(), json.tree(row.payload()), json.tree(payload));
        staged.replace(reader.read(payload), payload, row.traceparent(), row.replicationCounter(), row.uploadedAt());
    }

    private static void apply(List<Edit> edits, OperationFields fields) {
        var unknown = new ArrayList<FieldError>();
        for (int i = 0; i < edits.size(); i++) {
            JsonNode value = edits.get(i).newValue();
            if (!fields.set(edits.get(i).field(), value == null ? NullNode.getInstance() : value)) {
                unknown.add(new FieldError(
                        "/changes/%d/field".formatted(i),
                        "unknown-field",
                        "The operation has no field with this name"));
            }
        }
        if (!unknown.isEmpty()) {
            throw Problem.validation(unknown);
        }
    }

    private static Problem invalid(Rejected refusal, List<Edit> edits) {
        var error = new FieldError(pointer(refusal.field(), edits), refusal.code(), refusal.message());
        return StandardProblem.VALIDATION
                .because("Correct the values and try again.")
                .with("errors", List.of(error));
    }

    // The value that caused the rejection if it is part of the edits; otherwise all changes.
    private static String pointer(@Nullable String field, List<Edit> edits) {
        return IntStream.range(0, edits.size())
                .filter(i -> field != null && lastPart(edits.get(i).field()).equals(field))
                .mapToObj("/changes/%d/newValue"::formatted)
                .findFirst()
                .orElse("/changes");
    }

    private static String lastPart(String field) {
        return field.substring(field.lastIndexOf('.') + 1);
    }

    /** The new value of a field. */
    record Edit(String field, @Nullable JsonNode newValue) {}
}
