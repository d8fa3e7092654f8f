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

    private final CustomerRepository customers;
    private final CustomerAddressRepository addresses;
    private final CustomerContactRepository contacts;
    private final OperationLog log;

    CustomerKeeping(
            CustomerRepository customers,
            CustomerAddressRepository addresses,
            CustomerContactRepository contacts,
            OperationLog log) {
        this.customers = customers;
        this.addresses = addresses;
        this.contacts = contacts;
        this.log = log;
    }

    /** Keeps the customer as Pending sync, and the operation that the P-job will carry to HQ. */
    @Transactional
    public CustomerWithParts keepPending(NewCustomer created, AsyncReason reason) {
        return keepAllPending(List.of(created), reason).get(0);
    }

    /** The same for several: the rows of all go in batches. */
    @Transactional
    public List<CustomerWithParts> keepAllPending(List<NewCustomer> created, AsyncReason reason) {
        log.append(created.stream()
                .map(each -> LoggedOperation.of(each.operation(CreationMode.ASYNC, reason)))
                .toList());
        return created.stream().map(each -> store(pending(each, reason), each)).toList();
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
        CustomerWithParts kept = store(customer, created);
        // The customer before the number, as 1010 does, which may bring the same customer now: else both could wait for
        // ever.
        customers.flush();
        customers.addAlias(accountNumber, created.id());
        return kept;
    }

    private static Customer pending(NewCustomer created, AsyncReason reason) {
        return new Customer(
                created, created.origin(CreationMode.ASYNC, reason), SyncProgress.PENDING, Journey.NOT_BEGUN);
    }

    private CustomerWithParts store(Customer customer, NewCustomer created) {
        CustomerContent content = created.content();
        customers.save(customer);
        addresses.saveAll(content.addresses().stream()
                .map(address -> new CustomerAddress(created.id(), address, created.createdAt()))
                .toList());
        contacts.saveAll(content.contacts().stream()
                .map(contact -> new CustomerContact(created.id(), contact, created.createdAt()))
                .toList());
        return new CustomerWithParts(customer, content.addresses(), content.contacts());
    }
}
