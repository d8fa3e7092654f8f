package io.counterpart.hq.repair;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.audit.Audit;
import io.counterpart.hq.customer.Application.Refused;
import io.counterpart.hq.customer.CustomerRehearsal;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.Versions;
import io.counterpart.hq.staging.OperationReader;
import io.counterpart.hq.staging.StagedRows;

/**
 * Puts what a person made of an operation in the place of what came. What it said before stays beside it, with who
 * replaced it and when. The API, the page and bulk repairs have no other way.
 */
@Component
public class Mending {

    private final StatusRepository repository;
    private final StagedRows staged;
    private final OperationReader reader;
    private final CustomerRehearsal rehearsal;
    private final Audit audit;
    private final Clock clock;

    Mending(
            StatusRepository repository,
            StagedRows staged,
            OperationReader reader,
            CustomerRehearsal rehearsal,
            Audit audit,
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
    public @Nullable Refused refusal(String payload) {
        CustomerOperation operation;
        try {
            operation = reader.read(payload);
        } catch (RuntimeException e) {
            return new Refused("unreadable", "A value has the wrong form.");
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
        StatusRow row = repository.find(operation).orElseThrow(() -> HqProblem.OPERATION_NOT_FOUND.problem());
        Versions.require(repository.keep(row.recid(), version, who, clock.instant()));
        audit.noteOf(who, "mend", operation.toString(), Map.of("changes", changes));
        staged.replace(reader.read(payload), payload, row.traceparent(), row.replicationCounter(), row.uploadedAt());
    }
}
