package io.counterpart.hq.master;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.Limits;

import static io.counterpart.hq.master.OperationRejectedException.when;

/** Validates the content of a customer, independent of its source. */
public final class CustomerContentRules {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private CustomerContentRules() {}

    static void check(CustomerContent content) {
        requireName(content.profile());
        limits(content);
        requireOnePrimary(content);
        content.addresses()
                .forEach(address ->
                        when(address.hasNoValue(), "empty-address", "An address requires at least one value."));
    }

    static void checkNote(String text) {
        limit("text", text, Limits.NOTE);
    }

    /** Whether every database can store this content. No channel accepts other content, so it comes from none. */
    public static boolean isStorable(CustomerContent content) {
        try {
            limits(content);
            return true;
        } catch (OperationRejectedException e) {
            return false;
        }
    }

    private static void limits(CustomerContent content) {
        profile(content.profile());
        parts(content);
        content.addresses().forEach(CustomerContentRules::address);
        content.contacts().forEach(CustomerContentRules::contact);
        content.affiliations().forEach(name -> limit("affiliation", name, Limits.AFFILIATION));
        content.attributes().forEach(CustomerContentRules::attribute);
        identity(content.externalIdentity());
    }

    private static void requireName(CustomerProfile profile) {
        when(
                profile.displayName().isBlank(),
                "name-required",
                profile.type() == CustomerType.PERSON
                        ? "A person requires a first or last name."
                        : "An organization requires a name.");
    }

    private static void profile(CustomerProfile profile) {
        limit("title", profile.title(), Limits.TITLE);
        limit("firstName", profile.firstName(), Limits.PERSON_NAME_PART);
        limit("middleName", profile.middleName(), Limits.PERSON_NAME_PART);
        limit("lastName", profile.lastName(), Limits.PERSON_NAME_PART);
        limit("organizationName", profile.organizationName(), Limits.ORGANIZATION_NAME);
        limit("email", profile.email(), Limits.EMAIL);
        limit("phone", profile.phone(), Limits.PHONE);
        limit("language", profile.language(), Limits.LANGUAGE);
        limit("currencyCode", profile.currencyCode(), Limits.CURRENCY_CODE);
        limit("customerGroup", profile.customerGroup(), Limits.CUSTOMER_GROUP);
        limit("receiptEmail", profile.receiptEmail(), Limits.EMAIL);
        limit("mobile", profile.mobile(), Limits.PHONE);
        limit("url", profile.url(), Limits.URL);
        limit("vatNumber", profile.vatNumber(), Limits.VAT_NUMBER);
        limit("invoiceAccount", profile.invoiceAccount(), Limits.ACCOUNT_NUMBER);
    }

    private static void parts(CustomerContent content) {
        requireAtMost("addresses", content.addresses(), Limits.ADDRESSES);
        requireAtMost("contacts", content.contacts(), Limits.CONTACTS);
        requireAtMost("affiliations", content.affiliations(), Limits.AFFILIATIONS);
        requireAtMost("attributes", content.attributes().keySet(), Limits.ATTRIBUTES);
        different("address", content.addresses().stream().map(Address::id).toList());
        different("contact", content.contacts().stream().map(Contact::id).toList());
    }

    private static void requireOnePrimary(CustomerContent content) {
        when(
                content.addresses().stream().filter(Address::primary).count() > 1,
                "multiple-primary-addresses",
                "Only one address can be primary.");
        for (ContactType type : ContactType.values()) {
            when(
                    content.contacts().stream()
                                    .filter(contact -> contact.primary() && contact.type() == type)
                                    .count()
                            > 1,
                    "multiple-primary-contacts",
                    "Only one contact of each type can be primary.");
        }
    }

    private static void address(Address address) {
        limit("name", address.name(), Limits.ADDRESS_NAME);
        limit("street", address.street(), Limits.STREET);
        limit("streetNumber", address.streetNumber(), Limits.STREET_NUMBER);
        limit("buildingComplement", address.buildingComplement(), Limits.BUILDING_COMPLEMENT);
        limit("postBox", address.postBox(), Limits.POST_BOX);
        limit("district", address.district(), Limits.DISTRICT);
        limit("city", address.city(), Limits.CITY);
        limit("county", address.county(), Limits.COUNTY);
        limit("state", address.state(), Limits.STATE);
        limit("zipCode", address.zipCode(), Limits.ZIP_CODE);
        limit("country", address.country(), Limits.COUNTRY);
        limit("phone", address.phone(), Limits.PHONE);
        limit("email", address.email(), Limits.EMAIL);
    }

    private static void contact(Contact contact) {
        limit("contact", contact.value(), Limits.EMAIL);
        limit("consentSource", contact.consentSource(), Limits.CONSENT_SOURCE);
        limit("consentText", contact.consentText(), Limits.CONSENT_TEXT);
        Instant at = contact.consentAt();
        when(at != null && !isStorable(at), "invalid-value", "A time of a consent is out of range.");
    }

    // The database cannot store every Instant.
    static boolean isStorable(Instant time) {
        return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
    }

    private static void attribute(String name, Object value) {
        limit("the name of an attribute", name, Limits.ATTRIBUTE_NAME);
        limit(name, value.toString(), Limits.ATTRIBUTE_VALUE);
    }

    private static void identity(@Nullable ExternalIdentity identity) {
        if (identity != null) {
            limit("issuer", identity.issuer(), Limits.IDENTITY_ISSUER);
            limit("subject", identity.subject(), Limits.IDENTITY_SUBJECT);
        }
    }

    private static void limit(String field, @Nullable String value, int longest) {
        // PostgreSQL counts code points: a character outside the basic plane counts once.
        if (value != null && value.length() > longest && value.codePointCount(0, value.length()) > longest) {
            throw OperationRejectedException.ofField(
                    field, "value-too-long", "has more than %d characters.".formatted(longest));
        }
    }

    private static void requireAtMost(String what, Collection<?> parts, int most) {
        when(parts.size() > most, "too-many-parts", "Too many %2$s (limit %1$d).".formatted(most, what));
    }

    private static void different(String what, List<?> ids) {
        when(new HashSet<>(ids).size() < ids.size(), "repeated-part", "Duplicate %s.".formatted(what));
    }
}
