package io.counterpart.contract;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A customer with all its parts.
 *
 * @param affiliations names of affiliations, without duplicates
 * @param attributes by name; a value is a string, an integer or decimal number, or a boolean, as the definition
 *     requires
 */
public record CustomerContent(
        CustomerProfile profile,
        List<Address> addresses,
        List<Contact> contacts,
        List<String> affiliations,
        Map<String, Object> attributes,
        @Nullable ExternalIdentity externalIdentity) {

    // Jackson passes null where a record omits a list.
    public CustomerContent {
        addresses = addresses == null ? List.of() : List.copyOf(addresses);
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        affiliations = affiliations == null ? List.of() : List.copyOf(affiliations);
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }

    /** Content without personal data: what remains of an erased customer. */
    public static CustomerContent empty(CustomerType type) {
        return new CustomerContent(CustomerProfile.empty(type), List.of(), List.of(), List.of(), Map.of(), null);
    }

    public CustomerContent withProfile(CustomerProfile edited) {
        return new CustomerContent(edited, addresses, contacts, affiliations, attributes, externalIdentity);
    }

    public CustomerContent withAddresses(List<Address> edited) {
        return new CustomerContent(profile, edited, contacts, affiliations, attributes, externalIdentity);
    }

    public CustomerContent withContacts(List<Contact> edited) {
        return new CustomerContent(profile, addresses, edited, affiliations, attributes, externalIdentity);
    }

    public CustomerContent withAffiliations(List<String> edited) {
        return new CustomerContent(profile, addresses, contacts, edited, attributes, externalIdentity);
    }

    public CustomerContent withAttributes(Map<String, Object> edited) {
        return new CustomerContent(profile, addresses, contacts, affiliations, edited, externalIdentity);
    }

    public CustomerContent withIdentity(ExternalIdentity linked) {
        return new CustomerContent(profile, addresses, contacts, affiliations, attributes, linked);
    }
}
