package io.counterpart.channel.edit;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.channel.customer.CustomerAggregate;
import io.counterpart.channel.customer.CustomerEditStore;
import io.counterpart.channel.customer.CustomerEditStore.HeadquartersState;
import io.counterpart.channel.customer.LoggedOperation;
import io.counterpart.channel.download.PendingEditMerger;
import io.counterpart.channel.event.ChannelEvent;
import io.counterpart.channel.event.ChannelEventPublisher;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.messaging.log.OperationLog;
import io.counterpart.support.problem.StandardProblem;

/** Stores an edit: one transaction, with one row for the P-job unless HQ has made the edit already. */
@Service
class EditStore {

    private final CustomerEditStore customers;
    private final InDoubtEditRepository unanswered;
    private final OperationLog log;
    private final ChannelEventPublisher events;

    EditStore(
            CustomerEditStore customers,
            InDoubtEditRepository unanswered,
            OperationLog log,
            ChannelEventPublisher events) {
        this.customers = customers;
        this.unanswered = unanswered;
        this.log = log;
        this.events = events;
    }

    /** The customer must still be as it was, so that the number of the operation is the next one. */
    @Transactional
    CustomerAggregate savePending(CustomerAggregate before, CustomerOperation operation) {
        customers.lockAt(before);
        if (unanswered.isHeldByAnother(operation)) {
            throw StandardProblem.VERSION_MISMATCH.because(
                    "Somebody else is changing this customer. Please try again.");
        }
        return logged(operation);
    }

    /** The number of the operation is taken already, by the edit that HQ did not answer. */
    @Transactional
    CustomerAggregate saveInDoubt(CustomerOperation operation) {
        unanswered.remove(operation);
        return logged(operation);
    }

    /** HQ has made the edit. */
    @Transactional
    CustomerAggregate saveApplied(CustomerOperation operation) {
        unanswered.remove(operation);
        return store(operation, HeadquartersState.APPLIED).orElseGet(() -> current(operation));
    }

    private CustomerAggregate logged(CustomerOperation operation) {
        Optional<CustomerAggregate> kept = store(operation, HeadquartersState.PENDING);
        if (kept.isPresent()) {
            log.append(LoggedOperation.of(operation));
            return kept.get();
        }
        return current(operation);
    }

    private Optional<CustomerAggregate> store(CustomerOperation operation, HeadquartersState atHq) {
        Optional<CustomerAggregate> stored =
                customers.store(operation, atHq, content -> PendingEditMerger.overlay(content, List.of(operation)));
        stored.ifPresent(customer -> events.append(
                List.of(ChannelEvent.changed(customer.id(), customer.accountNumber(), operation.occurredAt()))));
        return stored;
    }

    private CustomerAggregate current(CustomerOperation operation) {
        return customers.get(operation.asyncCustomerId().toString());
    }
}
