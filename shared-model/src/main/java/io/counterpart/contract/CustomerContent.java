package io.counterpart.contract;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A customer with all parts.
 *
 * @param affiliations names of affiliations, without repetition
 * @param attributes by name: a string, a whole or decimal number, or a boolean, as the definition says
 */
public record CustomerContent(
        CustomerProfile profile,
        List<Address> addresses,
        List<Contact> contacts,
        List<String> affiliations,
        Map<String, Object> attributes,
        @Nullable ExternalIdentity externalIdentity) {

    // Jackson hands over null where a record leaves a list out.
    public CustomerContent {
        addresses = addresses == null ? List.of() : List.copyOf(addresses);
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        affiliations = affiliations == null ? List.of() : List.copyOf(affiliations);
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }
}
