package io.counterpart.hq.synchronization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.AccountNumber;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.operation.OperationKind;
import io.counterpart.hq.duplicate.DuplicateDecision;
import io.counterpart.hq.master.CustomerMasterStore.CustomerChange;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.master.OperationResult;
import io.counterpart.hq.master.OperationResult.AlreadyApplied;
import io.counterpart.hq.master.OperationResult.Applied;
import io.counterpart.hq.master.OperationResult.Rejected;
import io.counterpart.hq.master.OperationResult.TooEarly;
import io.counterpart.hq.master.OverriddenField;
import io.counterpart.hq.master.ReferenceData;
import io.counterpart.hq.order.NewOrder;
import io.counterpart.hq.order.OrderValidator;

/** The customers of one conversion in memory: as read from the database, and after the operations. */
final class ConversionUnitOfWork {

    private final ReferenceData reference;
    private final NewCustomers newCustomers;
    private final UsedOperationNumbers numbers;
    private final Map<UUID, UUID> idOf = new HashMap<>();
    private final Map<UUID, MasterCustomer> before = new HashMap<>();
    private final Map<UUID, MasterCustomer> now = new LinkedHashMap<>();
    private final Map<UUID, OpenOperation> creations = new LinkedHashMap<>();
    private final List<OpenOperation> links = new ArrayList<>();
    private final Set<UUID> retold = new HashSet<>();
    private final List<NewOrder> orders = new ArrayList<>();
    private final Map<OpenOperation, List<OverriddenField>> done = new LinkedHashMap<>();
    private final Map<OpenOperation, Rejected> refused = new LinkedHashMap<>();
    private final List<OpenOperation> waiting = new ArrayList<>();

    ConversionUnitOfWork(
            Map<UUID, MasterCustomer> found,
            ReferenceData reference,
            NewCustomers newcomers,
            UsedOperationNumbers numbers) {
        this.reference = reference;
        this.newCustomers = newcomers;
        this.numbers = numbers;
        found.forEach((asked, customer) -> {
            idOf.put(asked, customer.asyncCustomerId());
            before.put(customer.asyncCustomerId(), customer);
            now.put(customer.asyncCustomerId(), customer);
        });
    }

    void apply(OpenOperation open) {
        MasterCustomer customer = customerOf(open);
        if (customer != null) {
            record(open, applied(open, customer));
            return;
        }
        OperationResult made = newCustomers.build(open);
        if (made instanceof Applied applied) {
            addCreated(open, applied);
        } else {
            record(open, made);
        }
    }

    private void record(OpenOperation open, OperationResult application) {
        if (application instanceof Applied applied) {
            // An operation that was applied as the next one was refused under its own number.
            MasterCustomer customer = applied.customer().closed(open.operation());
            now.put(customer.asyncCustomerId(), customer);
            done.put(open, applied.overridden());
            numbers.use(open, applied.customer().lastOperation(open.operation()));
        } else if (application instanceof AlreadyApplied) {
            done.put(open, List.of());
            retell(open);
            tell(open, customer -> customer.closed(open.operation()));
        } else if (application instanceof TooEarly) {
            waiting.add(open);
            tell(open, customer -> customer.waiting(open.operation()));
        } else if (application instanceof Rejected refusal) {
            refused.put(open, refusal);
            tell(open, customer -> customer.refused(open.id(), open.channelDatabase(), open.number(), refusal));
        }
    }

    // The caller of the Real-time service receives a rejection directly, and no operation stays open.
    private void tell(OpenOperation open, UnaryOperator<MasterCustomer> state) {
        MasterCustomer customer = open.recid() == null ? null : customerOf(open);
        if (customer != null) {
            now.put(customer.asyncCustomerId(), state.apply(customer));
        }
    }

    // The Real-time service has linked this creation, but the channel still stores its ID as pending. Publishing the
    // customer again makes the channel remove the pending entry.
    private void retell(OpenOperation open) {
        UUID id = idOf.get(open.operation().asyncCustomerId());
        if (id != null
                && open.recid() != null
                && open.is(OperationKind.CREATE_CUSTOMER)
                && !id.equals(open.operation().asyncCustomerId())) {
            retold.add(id);
        }
    }

    private OperationResult applied(OpenOperation open, MasterCustomer customer) {
        if (open.isIgnored()) {
            return customer.skip(open.operation());
        }
        if (open.isOfTheSame(customer.asyncCustomerId())) {
            return customer.sameAs(open.operation());
        }
        OperationResult application = customer.apply(open.operation(), reference);
        if (application instanceof AlreadyApplied && numbers.isUsedByAnother(open.operation())) {
            application = numbers.appliesAsNext(open)
                    ? customer.applyAsNext(open.operation(), reference)
                    : UsedOperationNumbers.refusal(open.operation());
        }
        if (!(application instanceof Applied)) {
            return application;
        }
        if (open.operation().body() instanceof OperationBody.CreateOrder creation) {
            return ordered(open, customer, creation, application);
        }
        if (open.operation().body() instanceof OperationBody.LinkIdentity) {
            Rejected refusal = newCustomers.claimIdentity(open, customer.asyncCustomerId());
            return refusal == null ? application : refusal;
        }
        return application;
    }

    private OperationResult ordered(
            OpenOperation open,
            MasterCustomer customer,
            OperationBody.CreateOrder creation,
            OperationResult application) {
        Rejected refusal = OrderValidator.refusal(customer, creation.order());
        if (refusal != null) {
            return refusal;
        }
        var operation = open.operation();
        orders.add(new NewOrder(
                customer.asyncCustomerId(),
                operation.channel(),
                operation.channelDatabase(),
                creation.order(),
                operation.occurredAt()));
        return application;
    }

    private void addCreated(OpenOperation open, Applied made) {
        DuplicateDecision verdict = newCustomers.decide(open, made.customer());
        if (verdict instanceof DuplicateDecision.ExistingCustomer same) {
            link(open, same.customer());
        } else if (verdict instanceof DuplicateDecision.NeedsDecision ask) {
            refused.put(open, NewCustomers.question(ask));
        } else if (verdict instanceof DuplicateDecision.NewCustomer) {
            create(open, made);
        }
        // DuplicateDecision.Deferred: the creation stays open, and the next chunk finds the similar customer in the
        // master.
    }

    private void create(OpenOperation open, Applied made) {
        Rejected refusal = newCustomers.admit(open, made.customer());
        if (refusal == null) {
            UUID id = made.customer().asyncCustomerId();
            idOf.put(id, id);
            creations.put(id, open);
        }
        record(open, refusal == null ? made : refusal);
    }

    private void link(OpenOperation open, UUID target) {
        UUID id = idOf.get(target);
        MasterCustomer customer = id == null ? null : now.get(id);
        if (customer == null) {
            refused.put(open, new Rejected("unknown-customer", "The customer to merge into does not exist."));
            return;
        }
        OperationResult linked = customer.link(open.operation());
        if (linked instanceof Applied) {
            idOf.put(open.operation().asyncCustomerId(), customer.asyncCustomerId());
            links.add(open);
        }
        record(open, linked);
    }

    /** Whether the operation has no customer, so that the channels store its creation as pending. */
    boolean isOfNobody(OpenOperation open) {
        return customerOf(open) == null;
    }

    int created() {
        return creations.size();
    }

    /** Assigns account numbers to the new customers, and the next version to the changed ones. */
    void close(List<AccountNumber> numbers, Instant at) {
        var next = numbers.iterator();
        creations.keySet().forEach(id -> now.computeIfPresent(id, (key, it) -> it.numbered(next.next(), at)));
        before.forEach((id, was) -> now.computeIfPresent(
                id, (key, it) -> it.equals(was) && !retold.contains(id) ? it : it.nextVersion(was)));
    }

    Collection<MasterCustomer> newCustomers() {
        return creations.keySet().stream().map(this::current).toList();
    }

    List<CustomerChange> changedCustomers() {
        return before.values().stream()
                .filter(was -> !current(was.asyncCustomerId()).equals(was))
                .map(was -> new CustomerChange(was, current(was.asyncCustomerId())))
                .toList();
    }

    /** The creation that produced a customer in this conversion. */
    @Nullable OpenOperation creationOf(MasterCustomer customer) {
        return creations.get(customer.asyncCustomerId());
    }

    List<OpenOperation> links() {
        return links;
    }

    List<NewOrder> orders() {
        return orders;
    }

    Map<OpenOperation, List<OverriddenField>> done() {
        return done;
    }

    UsedOperationNumbers numbers() {
        return numbers;
    }

    Map<OpenOperation, Rejected> refused() {
        return refused;
    }

    List<OpenOperation> waiting() {
        return waiting;
    }

    /** The customer of an operation in its current state. */
    @Nullable MasterCustomer customerOf(OpenOperation open) {
        UUID id = idOf.get(open.operation().asyncCustomerId());
        return id == null ? null : now.get(id);
    }

    private MasterCustomer current(UUID id) {
        MasterCustomer customer = now.get(id);
        if (customer == null) {
            throw new IllegalStateException("Customer %s is not part of this unit of work".formatted(id));
        }
        return customer;
    }
}
