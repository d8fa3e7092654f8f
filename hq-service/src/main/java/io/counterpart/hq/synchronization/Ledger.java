package io.counterpart.hq.synchronization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.AccountNumber;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.hq.customer.Application;
import io.counterpart.hq.customer.Application.AlreadyApplied;
import io.counterpart.hq.customer.Application.Applied;
import io.counterpart.hq.customer.Application.Refused;
import io.counterpart.hq.customer.Application.TooEarly;
import io.counterpart.hq.customer.CustomerMaster.Changed;
import io.counterpart.hq.customer.MasterCustomer;
import io.counterpart.hq.customer.Origin;
import io.counterpart.hq.customer.Overridden;
import io.counterpart.hq.customer.ReferenceData;

/** The customers of one conversion in memory: as they were found, and as the operations make them. */
final class Ledger {

    private final ReferenceData reference;
    private final Map<ExternalIdentity, UUID> identities;
    private final Map<UUID, UUID> idOf = new HashMap<>();
    private final Map<UUID, MasterCustomer> before = new HashMap<>();
    private final Map<UUID, MasterCustomer> now = new LinkedHashMap<>();
    private final Map<UUID, OpenOperation> creations = new LinkedHashMap<>();
    private final Map<OpenOperation, List<Overridden>> done = new LinkedHashMap<>();
    private final Map<OpenOperation, Refused> refused = new LinkedHashMap<>();
    private final List<OpenOperation> waiting = new ArrayList<>();

    Ledger(Map<UUID, MasterCustomer> found, ReferenceData reference, Map<ExternalIdentity, UUID> identities) {
        this.reference = reference;
        this.identities = new HashMap<>(identities);
        found.forEach((asked, customer) -> {
            idOf.put(asked, customer.asyncCustomerId());
            before.put(customer.asyncCustomerId(), customer);
            now.put(customer.asyncCustomerId(), customer);
        });
    }

    void apply(OpenOperation open) {
        Application application = applied(open);
        if (application instanceof Applied applied) {
            now.put(applied.customer().asyncCustomerId(), applied.customer());
            done.put(open, applied.overridden());
        } else if (application instanceof AlreadyApplied) {
            done.put(open, List.of());
        } else if (application instanceof TooEarly) {
            waiting.add(open);
        } else if (application instanceof Refused refusal) {
            refused.put(open, refusal);
        }
    }

    private Application applied(OpenOperation open) {
        MasterCustomer customer = customerOf(open);
        if (customer != null) {
            return customer.apply(open.operation(), reference);
        }
        var origin = Origin.of(open.operation(), open.uploadedAt(), open.stagedAt());
        Application created = MasterCustomer.create(open.operation(), origin, open.told() + 1L, reference);
        if (created instanceof Applied applied) {
            Refused refusal = identityRefusal(applied.customer());
            if (refusal != null) {
                return refusal;
            }
            idOf.put(open.operation().asyncCustomerId(), applied.customer().asyncCustomerId());
            creations.put(applied.customer().asyncCustomerId(), open);
        }
        return created;
    }

    private @Nullable Refused identityRefusal(MasterCustomer customer) {
        ExternalIdentity identity = customer.content().externalIdentity();
        if (identity == null || identities.putIfAbsent(identity, customer.asyncCustomerId()) == null) {
            return null;
        }
        return new Refused("duplicate-external-identity", "Another customer signs in with the same identity.");
    }

    int created() {
        return creations.size();
    }

    /** Gives the new customers their numbers, and the changed ones their next version. */
    void close(List<AccountNumber> numbers, Instant at) {
        var next = numbers.iterator();
        creations.keySet().forEach(id -> now.computeIfPresent(id, (key, it) -> it.numbered(next.next(), at)));
        before.forEach((id, was) -> now.computeIfPresent(id, (key, it) -> it.equals(was) ? it : it.nextVersion()));
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

    Map<OpenOperation, List<Overridden>> done() {
        return done;
    }

    Map<OpenOperation, Refused> refused() {
        return refused;
    }

    List<OpenOperation> waiting() {
        return waiting;
    }

    /** What came of one of the operations. */
    Outcome outcomeOf(OpenOperation open) {
        Refused refusal = refused.get(open);
        if (refusal != null) {
            return new Outcome.Refused(refusal.code(), refusal.words());
        }
        MasterCustomer customer = done.containsKey(open) ? customerOf(open) : null;
        return customer == null ? new Outcome.TooEarly() : new Outcome.Done(customer.snapshot());
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
