package io.counterpart.hq.master;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.edit.FieldConflict;

/** Merges a duplicate into a customer: empty fields are filled, existing values are replaced only by an opt-out. */
final class DuplicateMerge {

    private static final UUID ANY = new UUID(0, 0);

    private DuplicateMerge() {}

    static CustomerContent merge(CustomerContent here, CustomerContent duplicate) {
        var affiliations = new LinkedHashSet<>(here.affiliations());
        affiliations.addAll(duplicate.affiliations());
        Map<String, Object> attributes = new HashMap<>(duplicate.attributes());
        attributes.putAll(here.attributes());
        return new CustomerContent(
                profile(here.profile(), duplicate.profile()),
                addresses(here.addresses(), duplicate.addresses()),
                contacts(here.contacts(), duplicate.contacts()),
                List.copyOf(affiliations),
                attributes,
                here.externalIdentity() == null ? duplicate.externalIdentity() : here.externalIdentity());
    }

    private static CustomerProfile profile(CustomerProfile here, CustomerProfile duplicate) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(PartFieldMapper.of(here));
        PartFieldMapper.of(duplicate).forEach((name, value) -> {
            boolean refuses = FieldConflict.isOptOut(name) && Boolean.TRUE.equals(value);
            if (refuses || fields.get(name) == null) {
                fields.put(name, value);
            }
        });
        return PartFieldMapper.profile(fields);
    }

    private static List<Address> addresses(List<Address> here, List<Address> duplicate) {
        var all = new ArrayList<>(here);
        boolean hasPrimary = here.stream().anyMatch(Address::primary);
        for (Address address : duplicate) {
            if (all.stream().noneMatch(it -> withoutId(it).equals(withoutId(address)))) {
                all.add(hasPrimary ? address.secondary() : address);
            }
        }
        return all;
    }

    private static List<Contact> contacts(List<Contact> here, List<Contact> duplicate) {
        var all = new ArrayList<>(here);
        for (Contact contact : duplicate) {
            boolean known = here.stream()
                    .anyMatch(it -> it.type() == contact.type() && it.value().equalsIgnoreCase(contact.value()));
            boolean hasPrimary = here.stream().anyMatch(it -> it.type() == contact.type() && it.primary());
            if (!known) {
                all.add(hasPrimary ? contact.secondary() : contact);
            }
        }
        return all;
    }

    // The same address entered twice has two IDs.
    private static Address withoutId(Address address) {
        var fields = PartFieldMapper.of(address);
        fields.put("primary", false);
        var nobodys = new Address(
                ANY,
                null,
                address.purpose(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false);
        return PartFieldMapper.address(nobodys, fields);
    }
}
