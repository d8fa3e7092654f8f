package io.counterpart.channel.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;

/** The stored addresses and contacts of one customer: read together, and made to be what an edit wants. */
@Component
class CustomerPartStore {

    private final CustomerAddressRepository addresses;
    private final CustomerContactRepository contacts;

    CustomerPartStore(CustomerAddressRepository addresses, CustomerContactRepository contacts) {
        this.addresses = addresses;
        this.contacts = contacts;
    }

    CustomerAggregate with(Customer customer) {
        UUID id = customer.asyncCustomerId();
        return new CustomerAggregate(
                customer,
                addresses.of(id).stream().map(CustomerAddress::address).toList(),
                contacts.of(id).stream().map(CustomerContact::contact).toList());
    }

    /** Touches only what differs, in the caller's transaction. */
    void replace(CustomerAggregate before, CustomerContent after, Instant at) {
        if (!before.addresses().equals(after.addresses())) {
            replaceAddresses(before.id(), after.addresses(), at);
        }
        if (!before.contacts().equals(after.contacts())) {
            replaceContacts(before.id(), after.contacts(), at);
        }
    }

    private void replaceAddresses(UUID id, List<Address> wanted, Instant at) {
        Map<UUID, CustomerAddress> stored =
                byId(addresses.of(id), it -> it.address().id());
        addresses.saveAll(added(wanted, Address::id, stored, it -> new CustomerAddress(id, it, at)));
        for (Address it : wanted) {
            CustomerAddress row = stored.remove(it.id());
            if (row != null) {
                row.change(it);
            }
        }
        addresses.deleteAll(stored.values());
    }

    private void replaceContacts(UUID id, List<Contact> wanted, Instant at) {
        Map<UUID, CustomerContact> stored =
                byId(contacts.of(id), it -> it.contact().id());
        contacts.saveAll(added(wanted, Contact::id, stored, it -> new CustomerContact(id, it, at)));
        for (Contact it : wanted) {
            CustomerContact row = stored.remove(it.id());
            if (row != null) {
                row.change(it);
            }
        }
        contacts.deleteAll(stored.values());
    }

    private static <R> Map<UUID, R> byId(List<R> rows, Function<R, UUID> id) {
        return rows.stream().collect(Collectors.toMap(id, row -> row));
    }

    private static <P, R> List<R> added(List<P> wanted, Function<P, UUID> id, Map<UUID, R> stored, Function<P, R> row) {
        return wanted.stream()
                .filter(part -> !stored.containsKey(id.apply(part)))
                .map(row)
                .toList();
    }
}
