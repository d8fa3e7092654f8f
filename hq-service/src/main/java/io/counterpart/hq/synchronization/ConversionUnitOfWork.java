package io.counterpart.hq.synchronization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import io.counterpart.contract.edit.OverriddenField;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.operation.OperationKind;
import io.counterpart.hq.duplicate.DuplicateDecision;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.master.OperationResult;
import io.counterpart.hq.master.OperationResult.AlreadyApplied;
import io.counterpart.hq.master.OperationResult.Applied;
import io.counterpart.hq.master.OperationResult.Rejected;
import io.counterpart.hq.master.OperationResult.TooEarly;
import io.counterpart.hq.master.ReferenceData;
import io.counterpart.hq.order.OrderChanges;

/** Applies the operations of one conversion to their customers in memory, and holds the results. */
final class ConversionUnitOfWork {

    private final ConversionCustomers customers;
    private final ReferenceData reference;
    private final NewCustomers newCustomers;
    private final UsedOperationNumbers numbers;
    private final OrderChanges orders = new OrderChanges();
    private final Map<OpenOperation, List<OverriddenField>> done = new LinkedHashMap<>();
    private final Map<OpenOperation, Rejected> refused = new LinkedHashMap<>();
    private final List<OpenOperation> waiting = new ArrayList<>();
    private final List<OpenOperation> late = new ArrayList<>();

    ConversionUnitOfWork(
            ConversionCustomers customers,
            ReferenceData reference,
            NewCustomers newCustomers,
            UsedOperationNumbers numbers) {
        this.customers = customers;
        this.reference = reference;
        this.newCustomers = newCustomers;
        this.numbers = numbers;
    }

    void apply(OpenOperation open) {
        MasterCustomer customer = customers.of(open);
        if (customer != null && customer.isErased()) {
            refuse(open, customer);
            return;
        }
        if (customer != null) {
            record(open, applied(open, customer));
            return;
        }
        OperationResult made = newCustomers.build(open);
        if (made instanceof Applied applied) {
            addCreated(open, applied);
            return;
        }
        record(open, made);
    }

    // A staged operation is closed without its values; the new version tells the channel that sent it.
    private void refuse(OpenOperation open, MasterCustomer erased) {
        if (open.recid() == null) {
            refused.put(open, ConversionAttempt.ERASED);
        } else {
            late.add(open);
            customers.put(erased.closedAfterErasure(open.operation()));
            customers.tellAgain(erased.asyncCustomerId());
        }
    }

    private void record(OpenOperation open, OperationResult application) {
        if (application instanceof Applied applied) {
            // An operation that was applied as the next one was refused under its own number.
            MasterCustomer customer = applied.customer().closed(open.operation());
            customers.put(customer);
            done.put(open, applied.overridden());
            numbers.use(open, applied.customer().lastOperation(open.operation()));
        } else if (application instanceof AlreadyApplied) {
            done.put(open, List.of());
            // The Real-time service has linked this creation, but the channel still stores its ID as pending.
            // Publishing
            // the customer again makes the channel remove the pending entry.
            if (open.recid() != null && open.is(OperationKind.CREATE_CUSTOMER)) {
                customers.retell(open.id());
            }
            tell(open, customer -> customer.closed(open.operation()));
        } else if (application instanceof TooEarly) {
            waiting.add(open);
            tell(open, customer -> customer.waiting(open.operation()));
        } else if (application instanceof Rejected refusal) {
            refused.put(open, refusal);
            tell(open, customer -> customer.refused(open.id(), open.channelDatabase(), open.number(), refusal));
        }
    }

    // The caller of the Real-time service receives a rejection directly.
    private void tell(OpenOperation open, UnaryOperator<MasterCustomer> state) {
        MasterCustomer customer = open.recid() == null ? null : customers.of(open);
        if (customer != null) {
            customers.put(state.apply(customer));
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
        Rejected refusal = open.operation().body() instanceof OperationBody.LinkIdentity
                ? newCustomers.claimIdentity(open, customer.asyncCustomerId())
                : orders.add(open.operation(), customer);
        return refusal == null ? application : refusal;
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
        // DuplicateDecision.Deferred: it stays open, and the next chunk finds the similar customer in the master.
    }

    private void create(OpenOperation open, Applied made) {
        Rejected refusal = newCustomers.admit(open, made.customer());
        if (refusal == null) {
            customers.addCreation(made.customer().asyncCustomerId(), open);
        }
        record(open, refusal == null ? made : refusal);
    }

    private void link(OpenOperation open, UUID target) {
        MasterCustomer customer = customers.find(target);
        if (customer == null) {
            refused.put(open, new Rejected("unknown-customer", "The customer to merge into does not exist."));
            return;
        } else if (customer.isErased()) {
            refused.put(open, ConversionAttempt.ERASED);
            return;
        }
        OperationResult linked = customer.link(open.operation());
        if (linked instanceof Applied) {
            customers.addLink(open, customer);
        }
        record(open, linked);
    }

    /** Whether each of the operations was applied, with its own number. */
    boolean appliesAll(List<OpenOperation> operations) {
        return done.size() == operations.size() && numbers.renumbered().isEmpty();
    }

    ConversionCustomers customers() {
        return customers;
    }

    OrderChanges orders() {
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

    List<OpenOperation> late() {
        return late;
    }
}
