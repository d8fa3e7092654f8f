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

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.AccountNumber;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.operation.OperationKind;
import io.counterpart.hq.customer.Application;
import io.counterpart.hq.customer.Application.AlreadyApplied;
import io.counterpart.hq.customer.Application.Applied;
import io.counterpart.hq.customer.Application.Refused;
import io.counterpart.hq.customer.Application.TooEarly;
import io.counterpart.hq.customer.CustomerMaster.Changed;
import io.counterpart.hq.customer.MasterCustomer;
import io.counterpart.hq.customer.Overridden;
import io.counterpart.hq.customer.ReferenceData;
import io.counterpart.hq.duplicate.Verdict;
import io.counterpart.hq.order.NewOrder;
import io.counterpart.hq.order.OrderRules;

/** The customers of one conversion in memory: as they were found, and as the operations make them. */
final class Ledger {

    private final ReferenceData reference;
    private final Newcomers newcomers;
    private final UsedNumbers numbers;
    private final Map<UUID, UUID> idOf = new HashMap<>();
    private final Map<UUID, MasterCustomer> before = new HashMap<>();
    private final Map<UUID, MasterCustomer> now = new LinkedHashMap<>();
    private final Map<UUID, OpenOperation> creations = new LinkedHashMap<>();
    private final List<OpenOperation> links = new ArrayList<>();
    private final Set<UUID> retold = new HashSet<>();
    private final List<NewOrder> orders = new ArrayList<>();
    private final Map<OpenOperation, List<Overridden>> done = new LinkedHashMap<>();
    private final Map<OpenOperation, Refused> refused = new LinkedHashMap<>();
    private final List<OpenOperation> waiting = new ArrayList<>();

    Ledger(Map<UUID, MasterCustomer> found, ReferenceData reference, Newcomers newcomers, UsedNumbers numbers) {
        this.reference = reference;
        this.newcomers = newcomers;
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
            note(open, applied(open, customer));
            return;
        }
        Application made = newcomers.made(open);
        if (made instanceof Applied applied) {
            arrive(open, applied);
        } else {
            note(open, made);
        }
    }

    private void note(OpenOperation open, Application application) {
        if (application instanceof Applied applied) {
            now.put(applied.customer().asyncCustomerId(), applied.customer());
            done.put(open, applied.overridden());
            numbers.use(open, applied.customer().lastOperation(open.operation()));
        } else if (application instanceof AlreadyApplied) {
            done.put(open, List.of());
            retell(open);
        } else if (application instanceof TooEarly) {
            waiting.add(open);
        } else if (application instanceof Refused refusal) {
            refused.put(open, refusal);
        }
    }

    // The Real-time service linked it, and its channel keeps it as pending all the same: told again, it lets go of it.
    private void retell(OpenOperation open) {
        UUID id = idOf.get(open.operation().asyncCustomerId());
        if (id != null
                && open.recid() != null
                && open.is(OperationKind.CREATE_CUSTOMER)
                && !id.equals(open.operation().asyncCustomerId())) {
            retold.add(id);
        }
    }

    private Application applied(OpenOperation open, MasterCustomer customer) {
        if (open.isIgnored()) {
            return customer.skip(open.operation());
        }
        Application application = customer.apply(open.operation(), reference);
        if (application instanceof AlreadyApplied && numbers.isUsedByAnother(open.operation())) {
            application = numbers.appliesAsNext(open)
                    ? customer.applyAsNext(open.operation(), reference)
                    : UsedNumbers.refusal(open.operation());
        }
        if (!(application instanceof Applied)) {
            return application;
        }
        if (open.operation().body() instanceof OperationBody.CreateOrder creation) {
            return ordered(open, customer, creation, application);
        }
        if (open.operation().body() instanceof OperationBody.LinkIdentity) {
            Refused refusal = newcomers.claimIdentity(open, customer.asyncCustomerId());
            return refusal == null ? application : refusal;
        }
        return application;
    }

    private Application ordered(
            OpenOperation open, MasterCustomer customer, OperationBody.CreateOrder creation, Application application) {
        Refused refusal = OrderRules.refusal(customer, creation.order());
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

    private void arrive(OpenOperation open, Applied made) {
        Verdict verdict = newcomers.verdict(open, made.customer());
        if (verdict instanceof Verdict.SameAs same) {
            link(open, same.customer());
        } else if (verdict instanceof Verdict.Ask ask) {
            refused.put(open, Newcomers.question(ask));
        } else if (verdict instanceof Verdict.NewCustomer) {
            create(open, made);
        }
        // Later: it stays as it is, and the next chunk finds whom it resembles in the master.
    }

    private void create(OpenOperation open, Applied made) {
        Refused refusal = newcomers.admit(open, made.customer());
        if (refusal == null) {
            UUID id = made.customer().asyncCustomerId();
            idOf.put(id, id);
            creations.put(id, open);
        }
        note(open, refusal == null ? made : refusal);
    }

    private void link(OpenOperation open, UUID target) {
        UUID id = idOf.get(target);
        MasterCustomer customer = id == null ? null : now.get(id);
        if (customer == null) {
            refused.put(open, new Refused("unknown-customer", "The customer to link to is not known."));
            return;
        }
        Application linked = customer.link(open.operation());
        if (linked instanceof Applied) {
            idOf.put(open.operation().asyncCustomerId(), customer.asyncCustomerId());
            links.add(open);
        }
        note(open, linked);
    }

    int created() {
        return creations.size();
    }

    /** Gives the new customers their numbers, and the changed ones their next version. */
    void close(List<AccountNumber> numbers, Instant at) {
        var next = numbers.iterator();
        creations.keySet().forEach(id -> now.computeIfPresent(id, (key, it) -> it.numbered(next.next(), at)));
        before.forEach((id, was) ->
                now.computeIfPresent(id, (key, it) -> it.equals(was) && !retold.contains(id) ? it : it.nextVersion()));
    }

    Collection<MasterCustomer> newCustomers() {
        return creations.keySet().stream().map(this::current).toList();
    }

    List<Changed> changedCustomers() {
        return before.values().stream()
                .filter(was -> !current(was.asyncCustomerId()).equals(was))
                .map(was -> new Changed(was, current(was.asyncCustomerId())))
                .toList();
    }

    /** The creation that made a customer in this conversion. */
    @Nullable OpenOperation creationOf(MasterCustomer customer) {
        return creations.get(customer.asyncCustomerId());
    }

    /** The creations that were found to be somebody whom HQ has already. */
    List<OpenOperation> links() {
        return links;
    }

    List<NewOrder> orders() {
        return orders;
    }

    Map<OpenOperation, List<Overridden>> done() {
        return done;
    }

    UsedNumbers numbers() {
        return numbers;
    }

    Map<OpenOperation, Refused> refused() {
        return refused;
    }

    List<OpenOperation> waiting() {
        return waiting;
    }

    /** The customer that an operation is about, as it is now. */
    @Nullable MasterCustomer customerOf(OpenOperation open) {
        UUID id = idOf.get(open.operation().asyncCustomerId());
        return id == null ? null : now.get(id);
    }

    private MasterCustomer current(UUID id) {
        MasterCustomer customer = now.get(id);
        if (customer == null) {
            throw new IllegalStateException("Customer %s is not in the ledger".formatted(id));
        }
        return customer;
    }
}
