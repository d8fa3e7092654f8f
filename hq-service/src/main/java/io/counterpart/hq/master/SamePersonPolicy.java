package io.counterpart.hq.master;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.edit.OverriddenField;

/**
 * Compares two creations with one ID: a till that sends its customer to two channel databases sends the same person
 * twice. Channel defaults and IDs of parts are not compared; case and surrounding blanks are ignored.
 */
final class SamePersonPolicy {

    private static final List<String> TYPED =
            List.of("type", "title", "firstName", "middleName", "lastName", "organizationName", "email", "phone");

    private SamePersonPolicy() {}

    static boolean in(CustomerContent one, CustomerContent other) {
        return typed(one).equals(typed(other))
                && Objects.equals(one.externalIdentity(), other.externalIdentity())
                && addresses(one).equals(addresses(other))
                && contacts(one).equals(contacts(other));
    }

    /** The profile fields in which a duplicate differs from the customer that is kept. */
    static List<OverriddenField> differences(CustomerContent kept, CustomerContent duplicate) {
        Map<String, @Nullable Object> here = PartFieldMapper.of(kept.profile());
        var differences = new ArrayList<OverriddenField>();
        PartFieldMapper.of(duplicate.profile()).forEach((name, value) -> {
            Object stays = here.get(name);
            if (value != null && stays != null && !normal(value).equals(normal(stays))) {
                differences.add(new OverriddenField(name, stays, value));
            }
        });
        return differences;
    }

    private static List<String> typed(CustomerContent content) {
        Map<String, @Nullable Object> fields = PartFieldMapper.of(content.profile());
        return TYPED.stream().map(name -> normal(fields.get(name))).toList();
    }

    private static Set<String> addresses(CustomerContent content) {
        var places = new HashSet<String>();
        for (Address address : content.addresses()) {
            Map<String, @Nullable Object> fields = PartFieldMapper.of(address);
            fields.remove("primary");
            // A channel fills in a default if the user entered nothing.
            fields.remove("country");
            places.add(fields.values().stream().map(SamePersonPolicy::normal).collect(Collectors.joining("\n")));
        }
        return places;
    }

    private static Set<String> contacts(CustomerContent content) {
        var values = new HashSet<String>();
        for (Contact contact : content.contacts()) {
            values.add(contact.type() + " " + normal(contact.value()));
        }
        return values;
    }

    private static String normal(@Nullable Object value) {
        return Objects.toString(value, "").strip().toLowerCase(Locale.ROOT);
    }
}
