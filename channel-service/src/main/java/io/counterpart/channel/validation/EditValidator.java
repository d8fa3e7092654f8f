package io.counterpart.channel.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.validation.CustomerEntry.AddressEntry;
import io.counterpart.channel.validation.CustomerEntry.ContactEntry;
import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.Limits;
import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.GlobalConfiguration;
import io.counterpart.support.problem.FieldErrors;

/** Converts an edit into the new state of the customer, or reports all its faults. */
public final class EditValidator {

    private EditValidator() {}

    public static CustomerProfile profile(
            CustomerProfile before, MergePatch<ProfileEntry> patch, Optional<GlobalConfiguration> global) {
        return checked(faults -> new ProfilePatchApplier(faults, global.orElse(null), before, patch).edited());
    }

    /** A further address; the first one is primary unless the entry specifies otherwise. */
    public static Address newAddress(
            AddressEntry entry, CustomerContent customer, Optional<ChannelConfiguration> channel, UUID id) {
        Supplier<UUID> ids = () -> id;
        return checked(faults -> {
            refuseOneMore(faults, customer.addresses(), Limits.ADDRESSES, "addresses");
            return new AddressValidator(faults, ChannelDefaults.of(channel), ids)
                    .one("", entry, customer.profile(), customer.addresses().isEmpty());
        });
    }

    public static Address address(Address before, MergePatch<AddressEntry> patch) {
        Address edited = checked(faults -> new AddressPatchApplier(faults, before, patch).edited());
        AddressValidator.refuseEmpty(edited);
        return edited;
    }

    /** The text of a note; a blank one is none. */
    public static String note(String pointer, @Nullable String entered) {
        return checked(faults -> {
            String text = new TextNormalizer(faults).text(pointer, entered, Limits.NOTE);
            if (entered == null || entered.isBlank()) {
                faults.add(pointer, "required", "A note requires a text.");
            }
            return text == null ? "" : text;
        });
    }

    public static Contact newContact(ContactEntry entry, CustomerContent customer, UUID id) {
        return checked(faults -> {
            refuseOneMore(faults, customer.contacts(), Limits.CONTACTS, "contacts");
            return new ContactValidator(faults).check("", entry, id);
        });
    }

    /** A patch of a contact is merged and validated as a whole, because the type determines the valid values. */
    public static Contact contact(Contact before, MergePatch<ContactEntry> patch) {
        ContactType type = patch.merged("type", before.type(), ContactEntry::type);
        var whole = new ContactEntry(
                type,
                patch.merged("value", before.value(), ContactEntry::value),
                patch.merged("marketingConsent", before.marketingConsent(), ContactEntry::marketingConsent),
                patch.merged("primary", before.primary(), ContactEntry::primary),
                ofConsent("consentAt", before.consentAt(), before, patch, ContactEntry::consentAt),
                ofConsent("consentSource", before.consentSource(), before, patch, ContactEntry::consentSource),
                ofConsent("consentText", before.consentText(), before, patch, ContactEntry::consentText));
        return checked(faults -> new ContactValidator(faults).check("", whole, before.id()));
    }

    // The circumstances of a consent do not hold for its withdrawal, nor the other way round.
    private static <V> @Nullable V ofConsent(
            String field,
            @Nullable V was,
            Contact before,
            MergePatch<ContactEntry> patch,
            Function<ContactEntry, @Nullable V> entered) {
        boolean consent = Boolean.TRUE.equals(
                patch.merged("marketingConsent", before.marketingConsent(), ContactEntry::marketingConsent));
        return patch.merged(field, consent == before.marketingConsent() ? was : null, entered);
    }

    /** Only an affiliation that is new to the customer has to exist. */
    public static List<String> affiliations(
            List<@Nullable String> entries, List<String> before, Optional<GlobalConfiguration> global) {
        return checked(faults -> new PartsValidator(faults, global.orElse(null)).affiliations("", entries, before));
    }

    public static Map<String, Object> attributes(
            Map<String, @Nullable Object> entries, Map<String, Object> before, Optional<GlobalConfiguration> global) {
        return checked(faults -> new AttributesValidator(faults, "", global.orElse(null), before).check(entries));
    }

    private static void refuseOneMore(FieldErrors faults, List<?> parts, int most, String what) {
        if (parts.size() >= most) {
            faults.add("", "too-many", "A customer can have at most %d %s.".formatted(most, what));
        }
    }

    private static <T> T checked(EditValidation<T> check) {
        var faults = new FieldErrors();
        T result = check.with(faults);
        faults.throwIfAny();
        return result;
    }

    /** A validation that records its faults. */
    private interface EditValidation<T> {
        T with(FieldErrors faults);
    }
}
