package io.counterpart.channel.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;

/** Updates the stored addresses and contacts of a customer to those of its new content. */
@Component
class CustomerPartUpdater {

    private final CustomerAddressRepository addresses;
    private final CustomerContactRepository contacts;

    CustomerPartUpdater(CustomerAddressRepository addresses, CustomerContactRepository contacts) {
        this.addresses = addresses;
        this.contacts = contacts;
    }

    void replace(CustomerAggregate before, CustomerContent after, Instant at) {
        UUID id = before.id();
        if (!before.addresses().equals(after.addresses())) {
            replaceAddresses(id, after.addresses(), at);
        }
        if (!before.contacts().equals(after.contacts())) {
            replaceContacts(id, after.contacts(), at);
        }
    }

    private void replaceAddresses(UUID id, List<Address> wanted, Instant at) {
        Map<UUID, CustomerAddress> stored = byId(addresses.of(id));
        addresses.saveAll(added(wanted, Address::id, stored, it -> new CustomerAddress(id, it, at)));
        addresses.deleteAll(update(wanted, Address::id, stored));
    }

    private void replaceContacts(UUID id, List<Contact> wanted, Instant at) {
        Map<UUID, CustomerContact> stored = byId(contacts.of(id));
        contacts.saveAll(added(wanted, Contact::id, stored, it -> new CustomerContact(id, it, at)));
        contacts.deleteAll(update(wanted, Contact::id, stored));
    }

    private static <R extends CustomerPart<?>> Map<UUID, R> byId(List<R> rows) {
        return rows.stream().collect(Collectors.toMap(row -> row.getId().partId(), row -> row));
    }

    private static <P, R> List<R> added(List<P> wanted, Function<P, UUID> id, Map<UUID, R> stored, Function<P, R> row) {
        return wanted.stream()
                .filter(part -> !stored.containsKey(id.apply(part)))
                .map(row)
                .toList();
    }

    /** Updates the rows of the remaining parts; returns the rows of the removed ones. */
    private static <P, R extends CustomerPart<P>> Collection<R> update(
            List<P> wanted, Function<P, UUID> id, Map<UUID, R> stored) {
        for (P part : wanted) {
            R row = stored.remove(id.apply(part));
            if (row != null) {
                row.change(part);
            }
        }
        return stored.values();
    }
}
