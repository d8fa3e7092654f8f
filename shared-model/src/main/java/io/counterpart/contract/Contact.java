package io.counterpart.contract;

import java.util.UUID;

/**
 * A secondary email or phone of a customer.
 *
 * @param id assigned where the contact is entered; the permanent key of the contact
 * @param marketingConsent whether the customer agreed to advertising on this contact
 * @param primary true for at most one contact of each type
 */
public record Contact(UUID id, ContactType type, String value, boolean marketingConsent, boolean primary) {

    /** Returns this contact without the mark of a primary one. */
    public Contact secondary() {
        return new Contact(id, type, value, marketingConsent, false);
    }
}
