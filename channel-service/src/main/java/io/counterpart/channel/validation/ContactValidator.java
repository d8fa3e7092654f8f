package io.counterpart.channel.validation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.validation.CustomerEntry.ContactEntry;
import io.counterpart.contract.Contact;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.Limits;
import io.counterpart.support.problem.FieldErrors;

/** Validates a secondary contact of an entry and creates it. */
final class ContactValidator {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

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
                Boolean.TRUE.equals(entry.primary()),
                consentAt(at, entry.consentAt()),
                texts.text(at + "/consentSource", entry.consentSource(), Limits.CONSENT_SOURCE),
                texts.text(at + "/consentText", entry.consentText(), Limits.CONSENT_TEXT));
    }

    // Milliseconds, as in all other times of the API.
    private @Nullable Instant consentAt(String at, @Nullable Instant entered) {
        if (entered != null && (entered.isBefore(EARLIEST) || !entered.isBefore(LATEST))) {
            faults.add(at + "/consentAt", "out-of-bounds", "The time must be after 1900 and before 2200.");
            return null;
        }
        return entered == null ? null : entered.truncatedTo(ChronoUnit.MILLIS);
    }
}
