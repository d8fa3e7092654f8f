package io.counterpart.hq.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.edit.FieldConflict;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.page.FormValues;
import io.counterpart.support.problem.Problem;

/** Creates operations from the forms of addresses and contacts. */
@Component
class PartEditService {

    static final List<String> ADDRESS_FIELDS =
            List.of("name", "street", "streetNumber", "zipCode", "city", "state", "country", "phone", "email");

    private static final Set<String> FLAGS = Set.of("primary", "marketingConsent");

    private static final String SOURCE = "HQ";

    private final MessageJson json;
    private final Clock clock;

    PartEditService(MessageJson json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    OperationBody addAddress(Map<String, String> typed) {
        return new OperationBody.AddAddress(
                part(typed, fields("purpose", "primary", ADDRESS_FIELDS), UUID.randomUUID(), Address.class));
    }

    OperationBody addContact(Map<String, String> typed) {
        var fields = List.of("type", "value", "marketingConsent", "primary");
        Contact entered = part(typed, fields, UUID.randomUUID(), Contact.class);
        return new OperationBody.AddContact(
                entered.marketingConsent()
                        ? new Contact(
                                entered.id(),
                                entered.type(),
                                entered.value(),
                                true,
                                entered.primary(),
                                now(),
                                SOURCE,
                                null)
                        : entered);
    }

    OperationBody editAddress(Address now, Map<String, String> typed) {
        return new OperationBody.EditAddress(
                now.id(), changes(values(now), typed, fields("purpose", "primary", ADDRESS_FIELDS)));
    }

    OperationBody editContact(Contact now, Map<String, String> typed) {
        List<FieldChange> changes = changes(values(now), typed, List.of("value", "marketingConsent", "primary"));
        if (changes.stream().anyMatch(change -> change.field().equals(FieldConflict.CONSENT))) {
            changes.add(new FieldChange("consentAt", values(now).get("consentAt"), now().toString()));
            changes.add(new FieldChange("consentSource", now.consentSource(), SOURCE));
            changes.add(new FieldChange("consentText", now.consentText(), null));
        }
        return new OperationBody.EditContact(now.id(), changes);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The differences from the stored values; browsers do not send an unchecked checkbox, so its absence means no. */
    static List<FieldChange> changes(
            Map<String, @Nullable Object> now, Map<String, String> typed, List<String> fields) {
        var changes = new ArrayList<FieldChange>();
        for (String field : fields) {
            Object before = now.get(field);
            Object after = FLAGS.contains(field) ? (Object) typed.containsKey(field) : value(typed, field, before);
            if (!Objects.equals(before, after)) {
                changes.add(new FieldChange(field, before, after));
            }
        }
        return changes;
    }

    static Optional<Address> address(CustomerSnapshot customer, UUID id) {
        return customer.content().addresses().stream()
                .filter(it -> it.id().equals(id))
                .findFirst();
    }

    static Optional<Contact> contact(CustomerSnapshot customer, UUID id) {
        return customer.content().contacts().stream()
                .filter(it -> it.id().equals(id))
                .findFirst();
    }

    /** The fields of a profile, an address or a contact. */
    @SuppressWarnings("unchecked") // A part is a JSON object.
    Map<String, @Nullable Object> values(Object part) {
        return json.convert(part, Map.class);
    }

    private <T> T part(Map<String, String> typed, List<String> fields, UUID id, Class<T> type) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("id", id);
        fields.forEach(field -> values.put(
                field, FLAGS.contains(field) ? (Object) typed.containsKey(field) : text(typed, field, null)));
        try {
            return json.convert(values, type);
        } catch (RuntimeException e) {
            throw Problem.validation("/purpose", "invalid-value", "Must be one of the listed values");
        }
    }

    // The form of an opt-out is a list of yes, no and not stated.
    private static @Nullable Object value(Map<String, String> typed, String field, @Nullable Object before) {
        Object text = text(typed, field, before);
        boolean choice = FieldConflict.isOptOut(field) && ("true".equals(text) || "false".equals(text));
        return choice ? (Object) "true".equals(text) : text;
    }

    // A field that is not part of the form is unchanged; blank text becomes null.
    private static @Nullable Object text(Map<String, String> typed, String field, @Nullable Object otherwise) {
        return typed.containsKey(field) ? FormValues.blankToNull(typed.get(field)) : otherwise;
    }

    private static List<String> fields(String first, String second, List<String> others) {
        var all = new ArrayList<>(List.of(first, second));
        all.addAll(others);
        return all;
    }
}
