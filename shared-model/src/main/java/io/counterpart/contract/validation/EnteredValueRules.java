package io.counterpart.contract.validation;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;

/**
 * The formats of the values that a person enters in an operation. The conversion at HQ does not apply them: what a
 * channel has accepted must not fail because a list of codes differs between two Java versions.
 */
public final class EnteredValueRules {

    private static final InvalidValue EMPTY_CONTACT =
            new InvalidValue("required", "Enter an email address or a phone number.");

    private EnteredValueRules() {}

    /**
     * The first invalid value; null: there is none.
     *
     * @param customer the content before the operation; null for a creation
     */
    public static @Nullable InvalidField firstInvalid(OperationBody body, @Nullable CustomerContent customer) {
        return values(body, customer)
                .map(value -> {
                    InvalidValue reason = value.reason();
                    return reason == null ? null : new InvalidField(value.field(), reason);
                })
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Stream<EnteredValue> values(OperationBody body, @Nullable CustomerContent customer) {
        if (body instanceof OperationBody.CreateCustomer creation) {
            CustomerContent content = creation.content();
            return Stream.of(
                            profile(content.profile()),
                            content.addresses().stream().flatMap(EnteredValueRules::address),
                            content.contacts().stream().map(EnteredValueRules::contact))
                    .flatMap(all -> all);
        }
        if (body instanceof OperationBody.EditProfile edit) {
            return changes(edit.changes(), null);
        }
        if (body instanceof OperationBody.AddAddress addition) {
            return address(addition.address());
        }
        if (body instanceof OperationBody.EditAddress edit) {
            return changes(edit.changes(), null);
        }
        if (body instanceof OperationBody.AddContact addition) {
            return Stream.of(contact(addition.contact()));
        }
        if (body instanceof OperationBody.AddNote note) {
            return Stream.of(new EnteredValue("text", note.text(), null));
        }
        if (body instanceof OperationBody.EditContact edit) {
            return changes(edit.changes(), typeOf(edit.contactId(), customer));
        }
        return Stream.empty();
    }

    private static Stream<EnteredValue> profile(CustomerProfile it) {
        return Stream.of(
                new EnteredValue("title", it.title(), null),
                new EnteredValue("firstName", it.firstName(), null),
                new EnteredValue("middleName", it.middleName(), null),
                new EnteredValue("lastName", it.lastName(), null),
                new EnteredValue("organizationName", it.organizationName(), null),
                new EnteredValue("email", it.email(), null),
                new EnteredValue("phone", it.phone(), null),
                new EnteredValue("language", it.language(), null),
                new EnteredValue("currencyCode", it.currencyCode(), null),
                new EnteredValue("customerGroup", it.customerGroup(), null),
                new EnteredValue("receiptEmail", it.receiptEmail(), null),
                new EnteredValue("mobile", it.mobile(), null),
                new EnteredValue("url", it.url(), null),
                new EnteredValue("vatNumber", it.vatNumber(), null),
                new EnteredValue("invoiceAccount", it.invoiceAccount(), null));
    }

    private static Stream<EnteredValue> address(Address it) {
        return Stream.of(
                new EnteredValue("name", it.name(), null),
                new EnteredValue("street", it.street(), null),
                new EnteredValue("streetNumber", it.streetNumber(), null),
                new EnteredValue("buildingComplement", it.buildingComplement(), null),
                new EnteredValue("postBox", it.postBox(), null),
                new EnteredValue("district", it.district(), null),
                new EnteredValue("city", it.city(), null),
                new EnteredValue("county", it.county(), null),
                new EnteredValue("state", it.state(), null),
                new EnteredValue("zipCode", it.zipCode(), null),
                new EnteredValue("country", it.country(), null),
                new EnteredValue("phone", it.phone(), null),
                new EnteredValue("email", it.email(), null));
    }

    private static EnteredValue contact(Contact it) {
        return new EnteredValue("value", it.value(), it.type());
    }

    private static Stream<EnteredValue> changes(List<FieldChange> changes, @Nullable ContactType contact) {
        return changes.stream()
                .filter(change -> !Objects.equals(change.oldValue(), change.newValue()))
                .filter(change -> change.newValue() == null || change.newValue() instanceof String)
                .map(change -> new EnteredValue(change.field(), (String) change.newValue(), contact));
    }

    private static @Nullable ContactType typeOf(UUID id, @Nullable CustomerContent customer) {
        return customer == null
                ? null
                : customer.contacts().stream()
                        .filter(it -> it.id().equals(id))
                        .map(Contact::type)
                        .findFirst()
                        .orElse(null);
    }

    /**
     * A field with an invalid value.
     *
     * @param field its JSON name
     */
    public record InvalidField(String field, InvalidValue reason) {}

    /**
     * A value with the name of its field.
     *
     * @param contact the type of the contact whose value this is
     */
    private record EnteredValue(
            String field, @Nullable String value, @Nullable ContactType contact) {

        @Nullable InvalidValue reason() {
            if (value == null || value.isBlank()) {
                return contact != null && field.equals("value") ? EMPTY_CONTACT : null;
            }
            InvalidValue invalid = ValueRules.text(value);
            return invalid == null ? format(value) : invalid;
        }

        private @Nullable InvalidValue format(String text) {
            return switch (field) {
                case "email", "receiptEmail" -> ValueRules.email(text);
                case "phone", "mobile" -> ValueRules.phone(text);
                case "url" -> ValueRules.url(text);
                case "vatNumber" -> ValueRules.vatNumber(text);
                case "language" -> ValueRules.language(text);
                case "currencyCode" -> ValueRules.currency(text);
                case "country" -> ValueRules.country(text);
                case "value" -> contact == ContactType.PHONE ? ValueRules.phone(text) : email(text);
                default -> null;
            };
        }

        // The type of a contact that HQ does not know yet is unknown.
        private @Nullable InvalidValue email(String text) {
            return contact == null ? null : ValueRules.email(text);
        }
    }
}
