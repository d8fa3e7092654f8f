package io.counterpart.contract.edit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;

/** The names under which the times of the last changes of a customer are stored. */
public final class FieldNames {

    public static final String ATTRIBUTE = "attribute:";
    public static final String AFFILIATION = "affiliation:";

    private static final String ADDRESS = "address:";
    private static final String CONTACT = "contact:";

    private FieldNames() {}

    /** The name of an address; the names of its fields follow {@link #scope}. */
    public static String address(UUID id) {
        return ADDRESS + id;
    }

    /** The name of a contact; the names of its fields follow {@link #scope}. */
    public static String contact(UUID id) {
        return CONTACT + id;
    }

    /** The prefix of the names of the fields of an address or a contact. */
    public static String scope(String part) {
        return part + ":";
    }

    /** The fields that an edit changes. */
    public static List<String> changedBy(OperationBody body) {
        if (body instanceof OperationBody.EditProfile edit) {
            return names("", edit.changes());
        }
        if (body instanceof OperationBody.EditAddress edit) {
            return names(scope(address(edit.addressId())), edit.changes());
        }
        if (body instanceof OperationBody.EditContact edit) {
            return names(scope(contact(edit.contactId())), edit.changes());
        }
        return body instanceof OperationBody.SetAttributes set ? names(ATTRIBUTE, set.changes()) : List.of();
    }

    /** Adds the time of an edit for each field that it changes, unless a later time is known. */
    public static void addTimes(CustomerOperation edit, Map<String, Instant> times) {
        changedBy(edit.body())
                .forEach(field ->
                        times.merge(field, edit.occurredAt(), (one, other) -> one.isAfter(other) ? one : other));
    }

    private static List<String> names(String scope, List<FieldChange> changes) {
        return changes.stream().map(change -> scope + change.field()).toList();
    }
}
