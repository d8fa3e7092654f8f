package io.counterpart.channel.edit;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.channel.customer.CustomerEdits;
import io.counterpart.channel.customer.CustomerEdits.AtHq;
import io.counterpart.channel.customer.CustomerWithParts;
import io.counterpart.channel.customer.LoggedOperation;
import io.counterpart.channel.download.PendingEdits;
import io.counterpart.channel.event.ChannelEvent;
import io.counterpart.channel.event.ChannelEvents;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.messaging.log.OperationLog;
import io.counterpart.support.problem.StandardProblem;

/** Stores an edit: one transaction, with one row for the P-job unless HQ has made the edit already. */
@Service
class EditKeeping {

    private final CustomerEdits customers;
    private final UnansweredEditRepository unanswered;
    private final OperationLog log;
    private final ChannelEvents events;

    EditKeeping(CustomerEdits customers, UnansweredEditRepository unanswered, OperationLog log, ChannelEvents events) {
        this.customers = customers;
        this.unanswered = unanswered;
        this.log = log;
        this.events = events;
    }

    /** The customer must still be as it was, so that the number of the operation is the next one. */
    @Transactional
    CustomerWithParts keepPending(CustomerWithParts before, CustomerOperation operation) {
        customers.lockAt(before);
        if (unanswered.isHeldByAnother(operation)) {
            throw StandardProblem.VERSION_MISMATCH.because(
                    "Somebody else is changing this customer. Please try again.");
        }
        return logged(operation);
    }

    /** The number of the operation is taken already, by the edit that HQ did not answer. */
    @Transactional
    CustomerWithParts keepUnanswered(CustomerOperation operation) {
        unanswered.remove(operation);
        return logged(operation);
    }

    /** HQ has made the edit. */
    @Transactional
    CustomerWithParts keepApplied(CustomerOperation operation) {
        unanswered.remove(operation);
        return store(operation, AtHq.APPLIED).orElseGet(() -> asItIs(operation));
    }

    private CustomerWithParts logged(CustomerOperation operation) {
        Optional<CustomerWithParts> kept = store(operation, AtHq.PENDING);
        if (kept.isPresent()) {
            log.append(LoggedOperation.of(operation));
            return kept.get();
        }
        return asItIs(operation);
    }

    private Optional<CustomerWithParts> store(CustomerOperation operation, AtHq atHq) {
        Optional<CustomerWithParts> stored =
                customers.store(operation, atHq, content -> PendingEdits.overlay(content, List.of(operation)));
        stored.ifPresent(customer -> events.append(
                List.of(ChannelEvent.changed(customer.id(), customer.accountNumber(), operation.occurredAt()))));
        return stored;
    }

    private CustomerWithParts asItIs(CustomerOperation operation) {
        return customers.get(operation.asyncCustomerId().toString());
    }
}
