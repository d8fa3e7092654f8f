package io.counterpart.hq.duplicatepair;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.duplicate.DuplicateCandidate;
import io.counterpart.hq.duplicate.DuplicateSearchService;

/** Remembers that a person created a possible duplicate as a new customer, so that the scan does not ask again. */
@Service
public class NotSameService {

    private final DuplicateSearchService candidates;
    private final DuplicatePairWriteRepository decisions;
    private final Clock clock;

    NotSameService(DuplicateSearchService candidates, DuplicatePairWriteRepository decisions, Clock clock) {
        this.candidates = candidates;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** The customer differs from those that the page of the operation compares it with; the caller writes the audit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remember(CustomerOperation operation) {
        if (operation.body() instanceof OperationBody.CreateCustomer creation) {
            UUID customer = operation.asyncCustomerId();
            List<UUID> others = candidates.of(creation.content()).stream()
                    .map(DuplicateCandidate::asyncCustomerId)
                    .filter(other -> !other.equals(customer))
                    .toList();
            decisions.rememberNotSame(customer, others, AuditService.actor(), clock.instant());
        }
    }
}
