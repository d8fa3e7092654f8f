package io.counterpart.channel.download;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import tools.jackson.core.type.TypeReference;

import io.counterpart.channel.wire.WireJson;
import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;

/** Merges edits that HQ has not applied yet into the content from HQ, so that no edit is lost. */
public final class PendingEditMerger {

    private PendingEditMerger() {}

    /** Returns the content after these operations, which is the content that HQ will produce too. */
    public static CustomerContent overlay(CustomerContent content, List<CustomerOperation> pending) {
        CustomerContent result = content;
        for (CustomerOperation edit : pending.stream()
                .sorted(Comparator.comparingInt(CustomerOperation::operationNumber))
                .toList()) {
            result = apply(result, edit.body());
        }
        return result;
    }

    private static CustomerContent apply(CustomerContent content, OperationBody body) {
        if (body instanceof OperationBody.EditProfile edit) {
            return withProfile(content, changed(content.profile(), edit.changes(), CustomerProfile.class));
        }
        if (body instanceof OperationBody.SetAffiliations set) {
            return withSets(content, List.copyOf(set.mergedInto(content.affiliations())), content.attributes());
        }
        if (body instanceof OperationBody.SetAttributes set) {
            return withSets(content, content.affiliations(), attributes(content.attributes(), set.changes()));
        }
        if (body instanceof OperationBody.LinkIdentity link) {
            return withIdentity(content, link.identity());
        }
        return withParts(content, addresses(content.addresses(), body), contacts(content.contacts(), body));
    }

    private static List<Address> addresses(List<Address> addresses, OperationBody body) {
        if (body instanceof OperationBody.AddAddress add) {
            return PrimaryPartRule.ofAddresses(
                    added(addresses, add.address(), Address::id), add.address().id());
        }
        if (body instanceof OperationBody.EditAddress edit) {
            return PrimaryPartRule.ofAddresses(
                    replaced(
                            addresses,
                            edit.addressId(),
                            Address::id,
                            old -> changed(old, edit.changes(), Address.class)),
                    edit.addressId());
        }
        return body instanceof OperationBody.DeactivateAddress gone
                ? without(addresses, gone.addressId(), Address::id)
                : addresses;
    }

    private static List<Contact> contacts(List<Contact> contacts, OperationBody body) {
        if (body instanceof OperationBody.AddContact add) {
            return PrimaryPartRule.ofContacts(
                    added(contacts, add.contact(), Contact::id), add.contact().id());
        }
        if (body instanceof OperationBody.EditContact edit) {
            return PrimaryPartRule.ofContacts(
                    replaced(
                            contacts,
                            edit.contactId(),
                            Contact::id,
                            old -> changed(old, edit.changes(), Contact.class)),
                    edit.contactId());
        }
        return body instanceof OperationBody.DeactivateContact gone
                ? without(contacts, gone.contactId(), Contact::id)
                : contacts;
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

    // Edits name fields as in JSON, so the change is made in JSON.
    private static <T> T changed(T value, List<FieldChange> changes, Class<T> type) {
        Map<String, Object> fields = WireJson.mapper().convertValue(value, new TypeReference<>() {});
        changes.forEach(change -> fields.put(change.field(), change.newValue()));
        return WireJson.mapper().convertValue(fields, type);
    }

    private static Map<String, Object> attributes(Map<String, Object> attributes, List<FieldChange> changes) {
        Map<String, Object> result = new LinkedHashMap<>(attributes);
        for (FieldChange change : changes) {
            Object value = change.newValue();
            if (value == null) {
                result.remove(change.field());
            } else {
                result.put(change.field(), value);
            }
        }
        return result;
    }

    private static CustomerContent withProfile(CustomerContent content, CustomerProfile profile) {
        return new CustomerContent(
                profile,
                content.addresses(),
                content.contacts(),
                content.affiliations(),
                content.attributes(),
                content.externalIdentity());
    }

    private static CustomerContent withSets(
            CustomerContent content, List<String> affiliations, Map<String, Object> attributes) {
        return new CustomerContent(
                content.profile(),
                content.addresses(),
                content.contacts(),
                affiliations,
                attributes,
                content.externalIdentity());
    }

    private static CustomerContent withIdentity(CustomerContent content, ExternalIdentity identity) {
        return new CustomerContent(
                content.profile(),
                content.addresses(),
                content.contacts(),
                content.affiliations(),
                content.attributes(),
                identity);
    }

    private static CustomerContent withParts(CustomerContent content, List<Address> addresses, List<Contact> contacts) {
        return new CustomerContent(
                content.profile(),
                addresses,
                contacts,
                content.affiliations(),
                content.attributes(),
                content.externalIdentity());
    }
}
