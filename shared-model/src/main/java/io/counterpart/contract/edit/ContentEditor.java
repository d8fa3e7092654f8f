package io.counterpart.contract.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.operation.OperationBody;

/**
 * Computes the content of a customer after one more operation. A new primary address or contact replaces the previous
 * primary one; an edit of a part that no longer exists has no effect.
 */
public final class ContentEditor {

    private ContentEditor() {}

    /** Returns the content unchanged for a creation, a note, and what is about an order. */
    public static CustomerContent apply(CustomerContent before, OperationBody body, FieldMerger fields) {
        if (body instanceof OperationBody.EditProfile edit) {
            return before.withProfile(fields.profile(before.profile(), edit.changes()));
        }
        if (body instanceof OperationBody.SetAffiliations set) {
            return before.withAffiliations(List.copyOf(set.mergedInto(before.affiliations())));
        }
        if (body instanceof OperationBody.SetAttributes set) {
            return before.withAttributes(fields.attributes(before.attributes(), set.changes()));
        }
        if (body instanceof OperationBody.LinkIdentity link) {
            return before.withIdentity(link.identity());
        }
        return before.withAddresses(addresses(before.addresses(), body, fields))
                .withContacts(contacts(before.contacts(), body, fields));
    }

    private static List<Address> addresses(List<Address> before, OperationBody body, FieldMerger fields) {
        if (body instanceof OperationBody.AddAddress add) {
            UUID id = add.address().id();
            return withOnePrimaryAddress(added(before, add.address(), Address::id), id);
        }
        if (body instanceof OperationBody.EditAddress edit) {
            UUID id = edit.addressId();
            UnaryOperator<Address> change = it -> fields.address(it, edit.changes());
            return withOnePrimaryAddress(replaced(before, id, Address::id, change), id);
        }
        return body instanceof OperationBody.DeactivateAddress gone
                ? without(before, gone.addressId(), Address::id)
                : before;
    }

    private static List<Contact> contacts(List<Contact> before, OperationBody body, FieldMerger fields) {
        if (body instanceof OperationBody.AddContact add) {
            UUID id = add.contact().id();
            return withOnePrimaryContact(added(before, add.contact(), Contact::id), id);
        }
        if (body instanceof OperationBody.EditContact edit) {
            UUID id = edit.contactId();
            UnaryOperator<Contact> change = it -> fields.contact(it, edit.changes());
            return withOnePrimaryContact(replaced(before, id, Contact::id, change), id);
        }
        return body instanceof OperationBody.DeactivateContact gone
                ? without(before, gone.contactId(), Contact::id)
                : before;
    }

    private static <T> List<T> added(List<T> parts, T part, Function<T, UUID> id) {
        var result = new ArrayList<>(without(parts, id.apply(part), id));
        result.add(part);
        return result;
    }

    private static <T> List<T> without(List<T> parts, UUID gone, Function<T, UUID> id) {
        return parts.stream().filter(part -> !id.apply(part).equals(gone)).toList();
    }

    private static <T> List<T> replaced(List<T> parts, UUID edited, Function<T, UUID> id, UnaryOperator<T> change) {
        return parts.stream()
                .map(part -> id.apply(part).equals(edited) ? change.apply(part) : part)
                .toList();
    }

    private static List<Address> withOnePrimaryAddress(List<Address> addresses, UUID newest) {
        boolean takesOver = addresses.stream().anyMatch(it -> it.id().equals(newest) && it.primary());
        return takesOver
                ? addresses.stream()
                        .map(it -> it.primary() && !it.id().equals(newest) ? it.secondary() : it)
                        .toList()
                : addresses;
    }

    private static List<Contact> withOnePrimaryContact(List<Contact> contacts, UUID newest) {
        return contacts.stream()
                .filter(it -> it.id().equals(newest) && it.primary())
                .findFirst()
                .map(primary -> contacts.stream()
                        .map(it -> isRival(it, primary) ? it.secondary() : it)
                        .toList())
                .orElse(contacts);
    }

    private static boolean isRival(Contact it, Contact primary) {
        return it.primary() && it.type() == primary.type() && !it.id().equals(primary.id());
    }
}
