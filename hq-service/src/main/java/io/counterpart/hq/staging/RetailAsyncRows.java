package io.counterpart.hq.staging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.messaging.bulk.CopyRows;

/** The rows of the five RETAILASYNC* tables for a batch of operations. */
final class RetailAsyncRows {

    private static final int ADDED_OR_CHANGED = 2;
    private static final int REMOVED = 3;

    private final RetailAsyncCustomerRows customers = new RetailAsyncCustomerRows();
    private final RetailAsyncPartRows parts = new RetailAsyncPartRows();

    void add(StagedOperation staged) {
        CustomerOperation operation = staged.operation();
        OperationBody body = operation.body();
        switch (operation.kind()) {
            case CREATE_CUSTOMER -> created(staged, ((OperationBody.CreateCustomer) body).content());
            case EDIT_PROFILE -> customers.edited(staged, values(((OperationBody.EditProfile) body).changes()));
            case ADD_ADDRESS -> parts.address(staged, ((OperationBody.AddAddress) body).address());
            case EDIT_ADDRESS -> {
                var edit = (OperationBody.EditAddress) body;
                parts.address(staged, edit.addressId(), values(edit.changes()));
            }
            case DEACTIVATE_ADDRESS ->
                parts.address(staged, ((OperationBody.DeactivateAddress) body).addressId(), Map.of());
            case ADD_CONTACT -> parts.contact(staged, ((OperationBody.AddContact) body).contact());
            case EDIT_CONTACT -> {
                var edit = (OperationBody.EditContact) body;
                parts.contact(staged, edit.contactId(), values(edit.changes()));
            }
            case DEACTIVATE_CONTACT ->
                parts.contact(staged, ((OperationBody.DeactivateContact) body).contactId(), Map.of());
            case SET_AFFILIATIONS -> affiliations(staged, (OperationBody.SetAffiliations) body);
            case SET_ATTRIBUTES ->
                values(((OperationBody.SetAttributes) body).changes())
                        .forEach((name, value) -> parts.attribute(staged, name, value));
            case LINK_IDENTITY -> customers.linked(staged, ((OperationBody.LinkIdentity) body).identity());
            // Orders and notes have no RETAILASYNC* table: they are only in the operation log until they are created.
            case CREATE_ORDER, CANCEL_ORDER, ADD_NOTE -> {}
        }
    }

    List<CopyRows> copies() {
        var copies = new ArrayList<CopyRows>(5);
        copies.add(customers.rows());
        copies.addAll(parts.rows());
        return copies;
    }

    private void created(StagedOperation staged, CustomerContent content) {
        customers.created(staged, content);
        // The conversion rejects duplicate parts; here only the first row is stored.
        var addresses = new LinkedHashMap<UUID, Address>();
        content.addresses().forEach(address -> addresses.putIfAbsent(address.id(), address));
        addresses.values().forEach(address -> parts.address(staged, address));
        var contacts = new LinkedHashMap<UUID, Contact>();
        content.contacts().forEach(contact -> contacts.putIfAbsent(contact.id(), contact));
        contacts.values().forEach(contact -> parts.contact(staged, contact));
        new LinkedHashSet<>(content.affiliations())
                .forEach(name -> parts.affiliation(
                        staged, name, staged.operation().kind().operation()));
        content.attributes().forEach((name, value) -> parts.attribute(staged, name, value));
    }

    private void affiliations(StagedOperation staged, OperationBody.SetAffiliations set) {
        var wanted = new LinkedHashSet<>(set.newValue());
        wanted.forEach(name -> parts.affiliation(staged, name, ADDED_OR_CHANGED));
        var removed = new LinkedHashSet<>(set.oldValue());
        removed.removeAll(wanted);
        removed.forEach(name -> parts.affiliation(staged, name, REMOVED));
    }

    private static Map<String, @Nullable Object> values(List<FieldChange> changes) {
        var values = new HashMap<String, @Nullable Object>();
        changes.forEach(change -> values.put(change.field(), change.newValue()));
        return values;
    }
}
