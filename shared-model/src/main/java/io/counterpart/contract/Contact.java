package io.counterpart.contract;

import java.util.UUID;

/**
 * A secondary email or phone of a customer.
 *
 * @param id made where the contact was entered; the key of the contact for ever
 * @param marketingConsent whether the customer agreed to advertising on this contact
 * @param primary at most one contact of each type is
 */
public record Contact(UUID id, ContactType type, String value, boolean marketingConsent, boolean primary) {}
