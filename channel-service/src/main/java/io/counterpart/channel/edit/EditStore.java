package io.counterpart.channel.edit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.channel.customer.CustomerAggregate;
import io.counterpart.channel.customer.CustomerNoteService;
import io.counterpart.channel.customer.CustomerReader;
import io.counterpart.channel.customer.CustomerStore;
import io.counterpart.channel.download.PendingEditMerger;
import io.counterpart.channel.event.ChannelEvent;
import io.counterpart.channel.event.ChannelEventPublisher;
import io.counterpart.channel.localbook.CustomerUseService;
import io.counterpart.channel.messaging.LoggedOperation;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.messaging.log.OperationLog;
import io.counterpart.support.problem.StandardProblem;

/** Stores an edit in one transaction, with one row for the P-job unless HQ has applied the edit already. */
@Service
class EditStore {

    private final CustomerStore customers;
    private final CustomerReader reader;
    private final InDoubtEditRepository unanswered;
    private final OperationLog log;
    private final ChannelEventPublisher events;
    private final CustomerUseService uses;
    private final CustomerNoteService notes;

    EditStore(
            CustomerStore customers,
            CustomerReader reader,
            InDoubtEditRepository unanswered,
            OperationLog log,
            ChannelEventPublisher events,
            CustomerUseService uses,
            CustomerNoteService notes) {
        this.customers = customers;
        this.reader = reader;
        this.unanswered = unanswered;
        this.log = log;
        this.events = events;
        this.uses = uses;
        this.notes = notes;
    }

    /**
     * The customer must be unchanged, so that the number of the operation is the next one.
     *
     * @param alongside runs in the same transaction
     */
    @Transactional
    CustomerAggregate savePending(
            CustomerAggregate before, CustomerOperation operation, Consumer<CustomerOperation> alongside) {
        customers.lockAt(before);
        if (unanswered.isHeldByAnother(operation)) {
            throw StandardProblem.VERSION_MISMATCH.because(
                    "The customer is being updated by another request. Try again.");
        }
        CustomerAggregate stored = logged(operation);
        notes.store(operation);
        alongside.accept(operation);
        return stored;
    }

    /** The operation number is already reserved, by the edit that HQ did not answer. */
    @Transactional
    CustomerAggregate saveInDoubt(CustomerOperation operation) {
        unanswered.remove(operation);
        return logged(operation);
    }

    /** Stores an edit that HQ has applied. */
    @Transactional
    CustomerAggregate saveApplied(CustomerOperation operation, CustomerSnapshot answer) {
        unanswered.remove(operation);
        return store(operation, answer).orElseGet(() -> current(operation));
    }

    private CustomerAggregate logged(CustomerOperation operation) {
        Optional<CustomerAggregate> stored = store(operation, null);
        if (stored.isPresent()) {
            log.append(LoggedOperation.of(operation));
            return stored.get();
        }
        return current(operation);
    }

    private Optional<CustomerAggregate> store(CustomerOperation operation, @Nullable CustomerSnapshot answer) {
        Optional<CustomerAggregate> stored =
                customers.apply(operation, answer, content -> PendingEditMerger.overlay(content, List.of(operation)));
        uses.record(operation.channel(), operation.asyncCustomerId(), operation.occurredAt());
        stored.ifPresent(customer -> events.append(
                List.of(ChannelEvent.changed(customer.id(), customer.accountNumber(), operation.occurredAt()))));
        return stored;
    }

    private CustomerAggregate current(CustomerOperation operation) {
        return reader.getAggregate(operation.asyncCustomerId().toString());
    }
}
