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
class CustomerKeeping {

    private final NewCustomerRepository newCustomers;
    private final CustomerRepository customers;
    private final OperationLog log;

    CustomerKeeping(NewCustomerRepository newCustomers, CustomerRepository customers, OperationLog log) {
        this.newCustomers = newCustomers;
        this.customers = customers;
        this.log = log;
    }

    /** Keeps the customer as Pending sync, and the operation that the P-job will carry to HQ. */
    @Transactional
    public CustomerWithParts keepPending(NewCustomer created, AsyncReason reason) {
        return keepAllPending(List.of(created), reason).get(0);
    }

    /** The same for several, in as many statements as for one. */
    @Transactional
    public List<CustomerWithParts> keepAllPending(List<NewCustomer> created, AsyncReason reason) {
        log.append(created.stream()
                .map(each -> LoggedOperation.of(each.operation(CreationMode.ASYNC, reason)))
                .toList());
        List<CustomerWithParts> kept = created.stream()
                .map(each -> withParts(pending(each, reason), each.content()))
                .toList();
        newCustomers.insert(kept);
        return kept;
    }

    /** Keeps the customer as HQ has just made it; 1010 brings the rest. */
    @Transactional
    public CustomerWithParts keepConverted(NewCustomer created, CustomerSnapshot atHq) {
        String accountNumber = Objects.requireNonNull(atHq.accountNumber(), "the number that HQ gave");
        var customer = new Customer(
                created,
                created.origin(CreationMode.SYNC, null),
                SyncProgress.converted(accountNumber, atHq.version()),
                new Journey(atHq.uploadedAt(), atHq.stagedAt(), atHq.convertedAt(), atHq.convertedAt()));
        CustomerWithParts kept = withParts(customer, created.content());
        // The customer before the number, as 1010 does, which may bring the same customer now: else both could wait for
        // ever.
        newCustomers.insert(List.of(kept));
        customers.addAlias(accountNumber, created.id());
        return kept;
    }

    private static Customer pending(NewCustomer created, AsyncReason reason) {
        return new Customer(
                created, created.origin(CreationMode.ASYNC, reason), SyncProgress.PENDING, Journey.NOT_BEGUN);
    }

    private static CustomerWithParts withParts(Customer customer, CustomerContent content) {
        return new CustomerWithParts(customer, content.addresses(), content.contacts());
    }
}
