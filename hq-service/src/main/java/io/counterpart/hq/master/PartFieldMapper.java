package io.counterpart.hq.master;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Address;
import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.Contact;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.ReceiptOption;

import static io.counterpart.hq.master.FieldValues.choice;
import static io.counterpart.hq.master.FieldValues.flag;
import static io.counterpart.hq.master.FieldValues.need;
import static io.counterpart.hq.master.FieldValues.text;
import static io.counterpart.hq.master.FieldValues.time;

/** Maps the parts of a customer to fields by name, for edits that name fields, and back. */
final class PartFieldMapper {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private PartFieldMapper() {}

    static Map<String, @Nullable Object> of(CustomerProfile profile) {
        return new PartFieldMapper()
                .put("type", profile.type())
                .put("title", profile.title())
                .put("firstName", profile.firstName())
                .put("middleName", profile.middleName())
                .put("lastName", profile.lastName())
                .put("organizationName", profile.organizationName())
                .put("email", profile.email())
                .put("phone", profile.phone())
                .put("language", profile.language())
                .put("currencyCode", profile.currencyCode())
                .put("customerGroup", profile.customerGroup())
                .put("receiptOption", profile.receiptOption())
                .put("receiptEmail", profile.receiptEmail())
                .put("mobile", profile.mobile())
                .put("url", profile.url())
                .put("vatNumber", profile.vatNumber())
                .put("invoiceAccount", profile.invoiceAccount())
                .put("optOutPersonalization", profile.optOutPersonalization())
                .put("optOutWebActivityTracking", profile.optOutWebActivityTracking())
                .values;
    }

    static CustomerProfile profile(Map<String, @Nullable Object> from) {
        return new CustomerProfile(
                need("type", text(CustomerType.class, "type", from)),
                text("title", from),
                text("firstName", from),
                text("middleName", from),
                text("lastName", from),
                text("organizationName", from),
                text("email", from),
                text("phone", from),
                text("language", from),
                text("currencyCode", from),
                text("customerGroup", from),
                text(ReceiptOption.class, "receiptOption", from),
                text("receiptEmail", from),
                text("mobile", from),
                text("url", from),
                text("vatNumber", from),
                text("invoiceAccount", from),
                choice("optOutPersonalization", from),
                choice("optOutWebActivityTracking", from));
    }

    static Map<String, @Nullable Object> of(Address address) {
        return new PartFieldMapper()
                .put("name", address.name())
                .put("purpose", address.purpose())
                .put("street", address.street())
                .put("streetNumber", address.streetNumber())
                .put("buildingComplement", address.buildingComplement())
                .put("postBox", address.postBox())
                .put("district", address.district())
                .put("city", address.city())
                .put("county", address.county())
                .put("state", address.state())
                .put("zipCode", address.zipCode())
                .put("country", address.country())
                .put("phone", address.phone())
                .put("email", address.email())
                .put("primary", address.primary())
                .values;
    }

    static Address address(Address before, Map<String, @Nullable Object> from) {
        return new Address(
                before.id(),
                text("name", from),
                need("purpose", text(AddressPurpose.class, "purpose", from)),
                text("street", from),
                text("streetNumber", from),
                text("buildingComplement", from),
                text("postBox", from),
                text("district", from),
                text("city", from),
                text("county", from),
                text("state", from),
                text("zipCode", from),
                text("country", from),
                text("phone", from),
                text("email", from),
                flag("primary", from));
    }

    static Map<String, @Nullable Object> of(Contact contact) {
        return new PartFieldMapper()
                .put("type", contact.type())
                .put("value", contact.value())
                .put("marketingConsent", contact.marketingConsent())
                .put("primary", contact.primary())
                .put(
                        "consentAt",
                        contact.consentAt() == null ? null : contact.consentAt().toString())
                .put("consentSource", contact.consentSource())
                .put("consentText", contact.consentText())
                .values;
    }

    static Contact contact(Contact before, Map<String, @Nullable Object> from) {
        return new Contact(
                before.id(),
                need("type", text(ContactType.class, "type", from)),
                need("value", text("value", from)),
                flag("marketingConsent", from),
                flag("primary", from),
                time("consentAt", from),
                text("consentSource", from),
                text("consentText", from));
    }

    private PartFieldMapper put(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }
}
