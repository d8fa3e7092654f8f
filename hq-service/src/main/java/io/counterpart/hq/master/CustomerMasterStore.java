package io.counterpart.hq.master;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.master.CustomerPartRepository.PartOf;

/** The store of the customer master; its number of statements does not depend on the number of customers. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CustomerMasterStore {

    private final CustomerReadRepository read;
    private final CustomerWriteRepository write;
    private final CustomerPartRepository parts;
    private final ApplicationEventPublisher events;

    CustomerMasterStore(
            CustomerReadRepository read,
            CustomerWriteRepository write,
            CustomerPartRepository parts,
            ApplicationEventPublisher events) {
        this.read = read;
        this.write = write;
        this.parts = parts;
        this.events = events;
    }

    /** Finds customers by the requested ID; unknown IDs are omitted. */
    public Map<UUID, MasterCustomer> find(Collection<UUID> ids) {
        return read.read(ids);
    }

    /** Finds customers by the requested ID and locks them until the transaction ends; unknown IDs are omitted. */
    public Map<UUID, MasterCustomer> lock(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : read.lock(ids);
    }

    /** Finds and locks the customers with these account numbers or async customer IDs. */
    public List<MasterCustomer> findLocked(Collection<String> keys) {
        return List.copyOf(lock(read.ids(keys)).values());
    }

    /**
     * Finds and locks the next customers in the order of their IDs: what is published now is never older than what
     * follows.
     */
    public List<MasterCustomer> nextLocked(UUID after, int limit) {
        List<UUID> ids = read.next(after, limit);
        return ids.isEmpty() ? List.of() : List.copyOf(read.lock(ids).values());
    }

    /** The next customers in the order of their IDs, without locks: for copies that need no order of changes. */
    public List<MasterCustomer> next(UUID after, int limit) {
        List<UUID> ids = read.next(after, limit);
        Map<UUID, MasterCustomer> found = ids.isEmpty() ? Map.of() : read.read(ids);
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** The customers of the identities that are in use. */
    public Map<ExternalIdentity, UUID> findIdentityOwners(Collection<ExternalIdentity> identities) {
        return identities.isEmpty() ? Map.of() : read.findIdentityOwners(identities);
    }

    public void store(Collection<MasterCustomer> created, Collection<CustomerChange> changed, Instant at) {
        var changes = new PartChanges();
        created.forEach(changes::created);
        changed.forEach(changes::changed);
        write.insert(created);
        if (!changed.isEmpty()) {
            write.update(changed.stream().map(CustomerChange::after).toList());
        }
        parts.insertAliases(changes.aliases);
        parts.closeAddresses(changes.closed, at);
        parts.openAddresses(changes.opened, at);
        parts.deleteContacts(changes.forgotten);
        parts.insertContacts(changes.contacts);
        if (!changed.isEmpty()) {
            events.publishEvent(new CustomersChangedEvent(
                    changed.stream().map(it -> it.after().number()).toList()));
        }
    }

    /** The account numbers of merged customers that lead to this customer. */
    public List<String> mergedNumbers(UUID survivor) {
        return List.copyOf(read.mergedNumbers(List.of(survivor), List.of()).keySet());
    }

    /** The given account numbers that belong to merged customers, with the customer to which each leads. */
    public Map<String, UUID> mergedNumbers(Collection<String> numbers) {
        return numbers.isEmpty() ? Map.of() : read.mergedNumbers(List.of(), numbers);
    }

    /** What was published last of the customers that were merged into these. */
    public List<CustomerSnapshot> mergedSnapshots(Collection<UUID> survivors) {
        return survivors.isEmpty() ? List.of() : read.merged(survivors);
    }

    /**
     * Removes a customer that is merged into another one. Its number, and those that led to it, lead to the survivor;
     * its IDs become aliases when the survivor is stored.
     */
    public void removeMerged(MasterCustomer merged, UUID survivor, Instant at) {
        var removed = new PartChanges();
        removed.created(merged);
        parts.closeAddresses(removed.opened, at);
        parts.deleteContacts(removed.contacts);
        parts.deleteAliases(merged.aliases());
        var numbers = new ArrayList<>(mergedNumbers(merged.asyncCustomerId()));
        numbers.add(merged.number());
        parts.leadNumbers(numbers, survivor);
        write.delete(merged.asyncCustomerId());
    }

    /** The account number of a customer that was merged, and is not stored here, leads to its survivor. */
    public void leadNumber(String number, UUID survivor) {
        parts.leadNumbers(List.of(number), survivor);
    }

    /**
     * Stores a merged customer again, after its survivor was stored without it.
     *
     * @param numbers that led to it before
     */
    public void restoreMerged(MasterCustomer merged, Collection<String> numbers, Instant at) {
        var ids = new ArrayList<>(merged.aliases());
        ids.add(merged.asyncCustomerId());
        parts.deleteAliases(ids);
        parts.releaseNumber(merged.number());
        parts.leadNumbers(numbers, merged.asyncCustomerId());
        store(List.of(merged), List.of(), at);
    }

    /** Raises customers to versions that HQ assigned before its database was restored; never lowers a version. */
    public void advance(Map<UUID, Long> versions) {
        if (!versions.isEmpty()) {
            write.advance(versions);
        }
    }

    /** A customer before and after a change. */
    public record CustomerChange(MasterCustomer before, MasterCustomer after) {}

    /** The differences in addresses, contacts and aliases. */
    private static final class PartChanges {

        private final List<PartOf<Address>> opened = new ArrayList<>();
        private final List<PartOf<Address>> closed = new ArrayList<>();
        private final List<PartOf<Contact>> contacts = new ArrayList<>();
        private final List<PartOf<Contact>> forgotten = new ArrayList<>();
        private final List<PartOf<UUID>> aliases = new ArrayList<>();

        void created(MasterCustomer customer) {
            UUID id = customer.asyncCustomerId();
            customer.content().addresses().forEach(it -> opened.add(new PartOf<>(id, it)));
            customer.content().contacts().forEach(it -> contacts.add(new PartOf<>(id, it)));
            customer.aliases().forEach(it -> aliases.add(new PartOf<>(id, it)));
        }

        void changed(CustomerChange change) {
            UUID id = change.after().asyncCustomerId();
            CustomerContent before = change.before().content();
            CustomerContent after = change.after().content();
            difference(id, before.addresses(), after.addresses(), closed);
            difference(id, after.addresses(), before.addresses(), opened);
            difference(id, before.contacts(), after.contacts(), forgotten);
            difference(id, after.contacts(), before.contacts(), contacts);
            difference(id, change.after().aliases(), change.before().aliases(), aliases);
        }

        private static <T> void difference(UUID customer, List<T> all, List<T> but, List<PartOf<T>> into) {
            all.stream().filter(it -> !but.contains(it)).forEach(it -> into.add(new PartOf<>(customer, it)));
        }
    }

    /** Reports that customers were changed; listeners run in the same transaction. */
    public record CustomersChangedEvent(List<String> accountNumbers) {}
}
