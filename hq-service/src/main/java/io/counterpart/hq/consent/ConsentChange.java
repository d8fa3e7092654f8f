package io.counterpart.hq.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Contact;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;

/**
 * A consent that a customer gave or withdrew.
 *
 * @param contactType null: the operation does not say it
 * @param consent false: withdrawn, or the contact was removed
 */
record ConsentChange(
        UUID customer,
        UUID contact,
        @Nullable String contactType,
        boolean consent,
        Instant at,
        CustomerOperation operation) {

    private static final String FIELD = "marketingConsent";

    /**
     * The consents that an operation changes.
     *
     * @param customer whose alias the operation may name
     */
    static List<ConsentChange> of(UUID customer, CustomerOperation operation) {
        var changes = new ArrayList<ConsentChange>();
        if (operation.body() instanceof OperationBody.CreateCustomer creation) {
            creation.content().contacts().forEach(it -> add(customer, it, operation, changes));
        } else if (operation.body() instanceof OperationBody.AddContact added) {
            add(customer, added.contact(), operation, changes);
        } else if (operation.body() instanceof OperationBody.EditContact edit) {
            edit.changes().stream()
                    .filter(it -> it.field().equals(FIELD))
                    .forEach(it -> changes.add(change(customer, edit.contactId(), null, isGiven(it), operation)));
        } else if (operation.body() instanceof OperationBody.DeactivateContact removed) {
            changes.add(change(customer, removed.contactId(), null, false, operation));
        }
        return changes;
    }

    private static void add(UUID customer, Contact contact, CustomerOperation operation, List<ConsentChange> into) {
        if (contact.marketingConsent()) {
            into.add(change(customer, contact.id(), contact.type().name(), true, operation));
        }
    }

    private static boolean isGiven(FieldChange change) {
        return Boolean.parseBoolean(String.valueOf(change.newValue()));
    }

    private static ConsentChange change(
            UUID customer, UUID contact, @Nullable String type, boolean consent, CustomerOperation operation) {
        return new ConsentChange(customer, contact, type, consent, operation.occurredAt(), operation);
    }
}
