package io.counterpart.hq.consent;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.operation.CustomerOperation;

/** Records consents in the transaction of the conversion; operations without a consent cost no statement. */
@Component
public class ConsentHistory {

    private final ConsentRepository repository;

    ConsentHistory(ConsentRepository repository) {
        this.repository = repository;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Stream<AppliedOperation> applied) {
        List<ConsentChange> changes = applied.flatMap(it -> ConsentChange.of(it.customer(), it.operation()).stream())
                .toList();
        if (!changes.isEmpty()) {
            repository.insert(changes);
        }
    }

    /** An operation that was applied to a customer. */
    public record AppliedOperation(UUID customer, CustomerOperation operation) {}
}
