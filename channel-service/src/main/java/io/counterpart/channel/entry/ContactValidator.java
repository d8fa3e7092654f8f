package io.counterpart.channel.entry;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.entry.CustomerEntry.ContactEntry;
import io.counterpart.contract.Contact;
import io.counterpart.contract.ContactType;
import io.counterpart.support.problem.FieldErrors;

/** Validates a secondary contact of an entry and creates it. */
final class ContactValidator {

    private final FieldErrors faults;
    private final TextNormalizer texts;

    ContactValidator(FieldErrors faults) {
        this.faults = faults;
        this.texts = new TextNormalizer(faults);
    }

    /** The result must not be used if a fault was recorded. */
    Contact check(String at, @Nullable ContactEntry entry, UUID id) {
        if (entry == null || entry.type() == null) {
            faults.add(entry == null ? at : at + "/type", "required", "The contact type must be EMAIL or PHONE.");
            return new Contact(id, ContactType.EMAIL, "", false, false);
        }
        String value = entry.type() == ContactType.EMAIL
                ? texts.email(at + "/value", entry.value())
                : texts.phone(at + "/value", entry.value());
        if (entry.value() == null || entry.value().isBlank()) {
            faults.add(at + "/value", "required", "The email or phone is required.");
        }
        return new Contact(
                id,
                entry.type(),
                value == null ? "" : value,
                Boolean.TRUE.equals(entry.marketingConsent()),
                Boolean.TRUE.equals(entry.primary()));
    }
}
