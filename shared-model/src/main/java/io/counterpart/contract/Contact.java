package io.counterpart.contract;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A secondary email or phone of a customer.
 *
 * @param id assigned where the contact is entered; the permanent key of the contact
 * @param marketingConsent whether the customer agreed to advertising on this contact
 * @param primary true for at most one contact of each type
 * @param consentAt when the customer gave or withdrew the consent. Null: not stated, or from an earlier release
 * @param consentSource where, for example a form or a store. Null: not stated
 * @param consentText the version of the wording that the customer saw. Null: not stated
 */
public record Contact(
        UUID id,
        ContactType type,
        String value,
        boolean marketingConsent,
        boolean primary,
        @Nullable Instant consentAt,
        @Nullable String consentSource,
        @Nullable String consentText) {

    /** A contact without the circumstances of its consent. */
    public Contact(UUID id, ContactType type, String value, boolean marketingConsent, boolean primary) {
        this(id, type, value, marketingConsent, primary, null, null, null);
    }

    /** Returns this contact without the mark of a primary one. */
    public Contact secondary() {
        return new Contact(id, type, value, marketingConsent, false, consentAt, consentSource, consentText);
    }
}
