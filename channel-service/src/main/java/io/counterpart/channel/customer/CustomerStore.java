package io.counterpart.channel.customer;

import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.messaging.log.OperationLog;

/** Stores a new customer: one transaction, which also tells HQ unless HQ knows already. */
@Service
class CustomerStore {

    private final NewCustomerRepository newCustomers;
    private final CustomerRepository customers;
    private final OperationLog log;

    CustomerStore(NewCustomerRepository newCustomers, CustomerRepository customers, OperationLog log) {
        this.newCustomers = newCustomers;
        this.customers = customers;
        this.log = log;
    }

    /** Keeps the customer as Pending sync, and the operation that the P-job will carry to HQ. */
    @Transactional
    public CustomerAggregate savePending(NewCustomer created, AsyncReason reason) {
        return saveAllPending(List.of(created), reason).get(0);
    }

    /** The same for several, in as many statements as for one. */
    @Transactional
    public List<CustomerAggregate> saveAllPending(List<NewCustomer> created, AsyncReason reason) {
        log.append(created.stream()
                .map(each -> LoggedOperation.of(each.operation(CreationMode.ASYNC, reason)))
                .toList());
        List<CustomerAggregate> kept = created.stream()
                .map(each -> withParts(pending(each, reason), each.content()))
                .toList();
        newCustomers.insert(kept);
        return kept;
    }

    /** Keeps the customer as HQ has just made it; 1010 brings the rest. */
    @Transactional
    public CustomerAggregate saveConverted(NewCustomer created, CustomerSnapshot atHq) {
        String accountNumber = Objects.requireNonNull(atHq.accountNumber(), "the number that HQ gave");
        var customer = new Customer(
                created,
                created.origin(CreationMode.SYNC, null),
                SyncState.converted(accountNumber, atHq.version()),
                new SyncTimeline(atHq.uploadedAt(), atHq.stagedAt(), atHq.convertedAt(), atHq.convertedAt()));
        CustomerAggregate kept = withParts(customer, created.content());
        // The customer before the number, as 1010 does, which may bring the same customer now: else both could wait for
        // ever.
        newCustomers.insert(List.of(kept));
        customers.addAlias(accountNumber, created.id());
        return kept;
    }

    private static Customer pending(NewCustomer created, AsyncReason reason) {
        return new Customer(
                created, created.origin(CreationMode.ASYNC, reason), SyncState.PENDING, SyncTimeline.NOT_BEGUN);
    }

    private static CustomerAggregate withParts(Customer customer, CustomerContent content) {
        return new CustomerAggregate(customer, content.addresses(), content.contacts());
    }
}
