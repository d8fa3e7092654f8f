package io.counterpart.channel.customer;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.support.problem.StandardProblem;

/** The door for whoever changes a customer that is here: reads it whole, and stores what an operation made of it. */
@Service
public class CustomerEditStore {

    /** Whether HQ has applied an operation already. */
    public enum HeadquartersState {
        PENDING,
        APPLIED
    }

    private final CustomerRepository customers;
    private final CustomerReader lookup;
    private final CustomerPartStore parts;

    CustomerEditStore(CustomerRepository customers, CustomerReader lookup, CustomerPartStore parts) {
        this.customers = customers;
        this.lookup = lookup;
        this.parts = parts;
    }

    /** By account number or async customer id, or the problem that there is none. */
    public CustomerAggregate get(String id) {
        return parts.with(lookup.get(id));
    }

    public CustomerView view(CustomerAggregate customer) {
        return lookup.view(customer, CustomerInclude.PARTS);
    }

    /** Locks the customer in the caller's transaction and refuses to go on unless it is as it was read. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockAt(CustomerAggregate read) {
        Customer now = locked(read.id());
        if (now.version() != read.version() || now.progress().lastOperation() != read.lastOperation()) {
            throw StandardProblem.VERSION_MISMATCH.because("Somebody else changed this customer meanwhile.");
        }
    }

    /**
     * Stores what an operation makes of the customer, in the caller's transaction. Empty: 1010 was faster and brought
     * what HQ made of this operation.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<CustomerAggregate> store(
            CustomerOperation operation, HeadquartersState atHq, UnaryOperator<CustomerContent> change) {
        Customer customer = locked(operation.asyncCustomerId());
        int number = operation.operationNumber();
        SyncState progress = customer.progress();
        if (progress.appliedOperation() >= number) {
            return Optional.empty();
        }
        CustomerAggregate before = parts.with(customer);
        CustomerContent after = change.apply(before.content());
        customer.take(
                after, atHq == HeadquartersState.APPLIED ? progress.withApplied(number) : progress.withPending(number));
        parts.replace(before, after, operation.occurredAt());
        customers.flush();
        return Optional.of(new CustomerAggregate(customer, after.addresses(), after.contacts()));
    }

    private Customer locked(UUID id) {
        return customers
                .lock(id)
                .orElseThrow(() -> ChannelProblem.CUSTOMER_NOT_FOUND.because("The customer is not here any more."));
    }
}
