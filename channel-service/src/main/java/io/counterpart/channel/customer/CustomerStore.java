package io.counterpart.channel.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.channel.messaging.LoggedOperation;
import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.channel.recovery.HighestAccountNumber;
import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.messaging.log.OperationLog;
import io.counterpart.support.problem.StandardProblem;

/**
 * Stores new customers, each in one transaction with the operation for HQ, and applies operations to stored customers.
 */
@Service
public class CustomerStore {

    private final NewCustomerRepository newCustomers;
    private final CustomerRepository customers;
    private final CustomerPartUpdater parts;
    private final CustomerReader reader;
    private final OperationLog log;
    private final HighestAccountNumber highest;

    CustomerStore(
            NewCustomerRepository newCustomers,
            CustomerRepository customers,
            CustomerPartUpdater parts,
            CustomerReader reader,
            OperationLog log,
            HighestAccountNumber highest) {
        this.newCustomers = newCustomers;
        this.customers = customers;
        this.parts = parts;
        this.reader = reader;
        this.log = log;
        this.highest = highest;
    }

    /**
     * Stores the customer as Pending sync, together with the operation that the P-job uploads to HQ. Both go to the
     * database in one round trip: this is what a user at a till waits for.
     */
    @Transactional
    CustomerAggregate savePending(NewCustomer created, AsyncReason reason) {
        CustomerAggregate stored = withParts(pending(created, reason), created.content());
        log.append(LoggedOperation.of(created.operation(CreationMode.ASYNC, reason)), newCustomers.insertionOf(stored));
        newCustomers.insertFurtherParts(List.of(stored));
        return stored;
    }

    /**
     * The same for several customers, with as many statements as for one.
     *
     * @param alongside runs in the same transaction
     */
    @Transactional
    List<CustomerAggregate> saveAllPending(List<NewCustomer> created, AsyncReason reason, Runnable alongside) {
        log.append(created.stream()
                .map(each -> LoggedOperation.of(each.operation(CreationMode.ASYNC, reason)))
                .toList());
        List<CustomerAggregate> stored = created.stream()
                .map(each -> withParts(pending(each, reason), each.content()))
                .toList();
        newCustomers.insert(stored);
        alongside.run();
        return stored;
    }

    /** Stores the customer that HQ has just created; 1010 delivers the rest. */
    @Transactional
    CustomerAggregate saveConverted(NewCustomer created, CustomerSnapshot atHq) {
        String accountNumber = Objects.requireNonNull(atHq.accountNumber(), "the number that HQ gave");
        var customer = new Customer(
                created,
                created.origin(CreationMode.SYNC, null),
                SyncState.converted(accountNumber, atHq.version()),
                new SyncTimeline(atHq.uploadedAt(), atHq.stagedAt(), atHq.convertedAt(), atHq.convertedAt()));
        CustomerAggregate stored = withParts(customer, created.content());
        // Inserts the customer before the account number, in the same order as 1010, which may store the same customer
        // concurrently: otherwise the two transactions could block each other.
        newCustomers.insert(List.of(stored));
        customers.addAlias(accountNumber, created.id());
        highest.saw(List.of(atHq));
        return stored;
    }

    /**
     * Locks the customer in the caller's transaction; fails with a version mismatch if it has changed since it was
     * read.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockAt(CustomerAggregate read) {
        Customer now = locked(read.id());
        if (now.version() != read.version() || now.progress().lastOperation() != read.lastOperation()) {
            throw StandardProblem.VERSION_MISMATCH.because("The customer has changed since you read it.");
        }
    }

    /**
     * Stores the result of an operation on the customer, in the caller's transaction. Empty: 1010 has already delivered
     * the result of this operation at HQ.
     *
     * @param answer of HQ, which has applied the operation; null: HQ has not received it yet
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<CustomerAggregate> apply(
            CustomerOperation operation, @Nullable CustomerSnapshot answer, UnaryOperator<CustomerContent> change) {
        Customer customer = locked(operation.asyncCustomerId());
        int number = operation.operationNumber();
        SyncState progress = customer.progress();
        if (progress.appliedOperation() >= number) {
            return Optional.empty();
        }
        CustomerAggregate before = reader.aggregate(customer);
        CustomerContent after = change.apply(before.content());
        customer.take(after, answer == null ? progress.withPending(number) : progress.withApplied(number));
        parts.replace(before, after, operation.occurredAt());
        customers.flush();
        if (answer != null) {
            Map<String, Instant> changedAt = answer.changedAt();
            customers.setAnswered(customer.asyncCustomerId(), changedAt == null ? null : MessageJson.write(changedAt));
        }
        return Optional.of(withParts(customer, after));
    }

    private Customer locked(UUID id) {
        Customer customer = customers
                .lock(id)
                .orElseThrow(() -> ChannelProblem.CUSTOMER_NOT_FOUND.because("Customer no longer exists."));
        if (customer.isErased()) {
            throw ChannelProblem.CUSTOMER_ERASED.because(CustomerReader.ERASED);
        }
        return customer;
    }

    private static Customer pending(NewCustomer created, AsyncReason reason) {
        return new Customer(
                created, created.origin(CreationMode.ASYNC, reason), SyncState.PENDING, SyncTimeline.NOT_BEGUN);
    }

    private static CustomerAggregate withParts(Customer customer, CustomerContent content) {
        return new CustomerAggregate(customer, content.addresses(), content.contacts());
    }
}
