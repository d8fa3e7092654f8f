package io.counterpart.hq.operation.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.audit.Actor;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.duplicate.Decision;
import io.counterpart.hq.duplicate.DuplicateCandidate;
import io.counterpart.hq.duplicate.DuplicateSearchService;
import io.counterpart.hq.master.OperationResult.Rejected;
import io.counterpart.hq.operation.OperationEditService;
import io.counterpart.hq.operation.OperationRow;
import io.counterpart.hq.staging.OperationReader;
import io.counterpart.hq.synchronization.ImmediateConversion;

/** What a bulk repair changes about one operation before its conversion, the same in the preview and in the run. */
@Component
class BulkRepairStep {

    private static final String POSSIBLE_DUPLICATE = "possible-duplicate";

    private final OperationEditService operations;
    private final DuplicateSearchService candidates;
    private final ImmediateConversion conversion;
    private final OperationReader reader;
    private final AuditService audit;

    BulkRepairStep(
            OperationEditService operations,
            DuplicateSearchService candidates,
            ImmediateConversion conversion,
            OperationReader reader,
            AuditService audit) {
        this.operations = operations;
        this.candidates = candidates;
        this.conversion = conversion;
        this.reader = reader;
        this.audit = audit;
    }

    /** Returns the reason if the operation cannot be prepared; nothing is changed then. */
    @Transactional
    public @Nullable String prepare(BulkRepair bulk, OperationRow operation) {
        if (!operation.isOpen()) {
            return null;
        }
        Decision decision = null;
        if (bulk.duplicates() != null && POSSIBLE_DUPLICATE.equals(operation.errorCode())) {
            decision = decision(bulk.duplicates(), operation);
            if (decision == null) {
                return "Not exactly one customer matches. Decide on the page of the operation.";
            }
        }
        Map<String, String> typed = bulk.edit().typedInto(operations.fields(operation));
        Rejected refused = typed.isEmpty() ? null : operations.check(operation, typed);
        if (refused != null) {
            return refused.message();
        }
        if (!typed.isEmpty()) {
            operations.save(operation, operation.version(), typed, Actor.user(bulk.startedBy()));
        }
        if (decision != null) {
            conversion.decide(operation.recid(), decision);
            note(bulk, operation, decision);
        }
        return null;
    }

    private void note(BulkRepair bulk, OperationRow operation, Decision decision) {
        var detail = new HashMap<String, Object>();
        detail.put("bulkRetry", bulk.id().toString());
        UUID target = decision.linkTo();
        if (target != null) {
            detail.put("asyncCustomerId", target.toString());
        }
        audit.noteOf(
                Actor.user(bulk.startedBy()),
                target == null ? "create-anyway" : "link",
                operation.operationId().toString(),
                detail);
    }

    private @Nullable Decision decision(DuplicateResolution resolution, OperationRow operation) {
        if (resolution == DuplicateResolution.CREATE) {
            return new Decision(Decision.Kind.CREATE, null);
        }
        if (reader.read(operation.payload()).body() instanceof OperationBody.CreateCustomer creation) {
            List<DuplicateCandidate> found = candidates.of(creation.content());
            return found.size() == 1
                    ? new Decision(Decision.Kind.LINK, found.get(0).asyncCustomerId())
                    : null;
        }
        return null;
    }
}
