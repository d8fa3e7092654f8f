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

import io.counterpart.hq.master.CustomerMasterStore.CustomerChange;
import io.counterpart.hq.master.MasterCustomer;

/** The customers of one conversion in memory: as read from the database, and after the operations. */
final class ConversionCustomers {

    private final Map<UUID, UUID> idOf = new HashMap<>();
    private final Map<UUID, MasterCustomer> before = new HashMap<>();
    private final Map<UUID, MasterCustomer> now = new LinkedHashMap<>();
    private final Map<UUID, OpenOperation> creations = new LinkedHashMap<>();
    private final List<OpenOperation> links = new ArrayList<>();
    private final Set<UUID> retold = new HashSet<>();

    /** @param found by the requested ID, which may be an alias */
    ConversionCustomers(Map<UUID, MasterCustomer> found) {
        found.forEach((asked, customer) -> {
            idOf.put(asked, customer.asyncCustomerId());
            before.put(customer.asyncCustomerId(), customer);
            now.put(customer.asyncCustomerId(), customer);
        });
    }

    /** The customer of an operation in its current state. */
    @Nullable MasterCustomer of(OpenOperation open) {
        return find(open.id());
    }

    @Nullable MasterCustomer find(UUID idOrAlias) {
        UUID id = idOf.get(idOrAlias);
        return id == null ? null : now.get(id);
    }

    void put(MasterCustomer customer) {
        now.put(customer.asyncCustomerId(), customer);
    }

    void addCreation(UUID id, OpenOperation creation) {
        idOf.put(id, id);
        creations.put(id, creation);
    }

    /** A creation that became an alias of this customer. */
    void addLink(OpenOperation creation, MasterCustomer customer) {
        idOf.put(creation.id(), customer.asyncCustomerId());
        links.add(creation);
    }

    /** Gives the customer of this alias a new version even if it has not changed. */
    void retell(UUID alias) {
        UUID id = idOf.get(alias);
        if (id != null && !id.equals(alias)) {
            retold.add(id);
        }
    }

    /** Gives this customer a new version even if it has not changed. */
    void tellAgain(UUID id) {
        retold.add(id);
    }

    /** Assigns account numbers to the new customers, and the next version to the changed ones. */
    void close(List<String> numbers, Instant at) {
        var next = numbers.iterator();
        creations.keySet().forEach(id -> now.computeIfPresent(id, (key, it) -> it.numbered(next.next(), at)));
        before.forEach((id, was) -> now.computeIfPresent(
                id, (key, it) -> it.equals(was) && !retold.contains(id) ? it : it.nextVersion(was)));
    }

    Collection<MasterCustomer> created() {
        return creations.keySet().stream().map(this::current).toList();
    }

    List<CustomerChange> changed() {
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

    private MasterCustomer current(UUID id) {
        MasterCustomer customer = now.get(id);
        if (customer == null) {
            throw new IllegalStateException("Customer %s is not part of this unit of work".formatted(id));
        }
        return customer;
    }
}
