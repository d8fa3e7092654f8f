package io.counterpart.hq.operation;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.master.OperationDryRun;
import io.counterpart.hq.master.OperationResult.Rejected;
import io.counterpart.hq.problem.ETags;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.staging.OperationReader;
import io.counterpart.hq.staging.StagedRowStore;

/**
 * Puts what a person made of an operation in the place of what came. What it said before stays beside it, with who
 * replaced it and when. The API, the page and bulk repairs have no other way.
 */
@Component
public class OperationPayloadEditor {

    private final OperationStatusRepository repository;
    private final StagedRowStore staged;
    private final OperationReader reader;
    private final OperationDryRun rehearsal;
    private final AuditService audit;
    private final Clock clock;

    OperationPayloadEditor(
            OperationStatusRepository repository,
            StagedRowStore staged,
            OperationReader reader,
            OperationDryRun rehearsal,
            AuditService audit,
            Clock clock) {
        this.repository = repository;
        this.staged = staged;
        this.reader = reader;
        this.rehearsal = rehearsal;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why the conversion would refuse an operation that says this; null: it would not. */
    @Transactional
    public @Nullable Rejected refusal(String payload) {
        CustomerOperation operation;
        try {
            operation = reader.read(payload);
        } catch (RuntimeException e) {
            return new Rejected("unreadable", "A value has an invalid format.");
        }
        return rehearsal.refusal(operation);
    }

    /**
     * Replaces what an operation says, unless somebody else did since this version.
     *
     * @param changes what was changed, for those who ask later
     */
    @Transactional
    public void replace(UUID operation, long version, String payload, String who, Object changes) {
        OperationStatusRow row = repository.find(operation).orElseThrow(() -> HqProblem.OPERATION_NOT_FOUND.problem());
        ETags.require(repository.saveOriginal(row.recid(), version, who, clock.instant()));
        audit.noteOf(who, "mend", operation.toString(), Map.of("changes", changes));
        staged.replace(reader.read(payload), payload, row.traceparent(), row.replicationCounter(), row.uploadedAt());
    }
}
