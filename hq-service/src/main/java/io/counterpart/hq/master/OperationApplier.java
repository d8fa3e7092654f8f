package io.counterpart.hq.master;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.edit.FieldNames;
import io.counterpart.contract.edit.OverriddenField;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;

/** Computes the content of a customer after one more operation. */
final class OperationApplier {

    private final ReferenceData reference;
    private final Map<String, Instant> changedAt;
    private final FieldMerge merge;
    private CustomerProfile profile;
    private List<Address> addresses;
    private List<Contact> contacts;
    private Set<String> affiliations;
    private Map<String, @Nullable Object> attributes;
    private @Nullable ExternalIdentity externalIdentity;

    OperationApplier(MasterCustomer before, CustomerOperation operation, ReferenceData reference) {
        this.reference = reference;
        this.changedAt = new HashMap<>(before.changedAt());
        this.merge = new FieldMerge(
                operation.occurredAt(), before.origin().createdAt(), changedAt, changedByOthers(before, operation));
        CustomerContent content = before.content();
        this.profile = content.profile();
        this.addresses = new ArrayList<>(content.addresses());
        this.contacts = new ArrayList<>(content.contacts());
        this.affiliations = new LinkedHashSet<>(content.affiliations());
        this.attributes = new LinkedHashMap<>(content.attributes());
        this.externalIdentity = content.externalIdentity();
        apply(operation.body());
    }

    // Within one channel database the order of operations decides, even if its clock was adjusted.
    private static Map<String, Instant> changedByOthers(MasterCustomer before, CustomerOperation operation) {
        return operation.channelDatabase().equals(before.unchangedSince()) ? Map.of() : before.changedAt();
    }

    List<OverriddenField> overridden() {
        return merge.overridden();
    }

    Map<String, Instant> changedAt() {
        return changedAt;
    }

    CustomerContent content() {
        var values = new LinkedHashMap<String, Object>();
        attributes.forEach((name, value) -> {
            if (value != null) {
                values.put(name, value);
            }
        });
        return new CustomerContent(profile, addresses, contacts, List.copyOf(affiliations), values, externalIdentity);
    }

    private void apply(OperationBody body) {
        switch (body.kind()) {
            // The customer exists already, created elsewhere with the same ID: there is nothing to do.
            case CREATE_CUSTOMER -> {}
            case EDIT_PROFILE -> editProfile(((OperationBody.EditProfile) body).changes());
            case ADD_ADDRESS -> addAddress(((OperationBody.AddAddress) body).address());
            case EDIT_ADDRESS -> editAddress((OperationBody.EditAddress) body);
            case DEACTIVATE_ADDRESS -> removeAddress(((OperationBody.DeactivateAddress) body).addressId());
            case ADD_CONTACT -> addContact(((OperationBody.AddContact) body).contact());
            case EDIT_CONTACT -> editContact((OperationBody.EditContact) body);
            case DEACTIVATE_CONTACT -> removeContact(((OperationBody.DeactivateContact) body).contactId());
            case SET_AFFILIATIONS -> setAffiliations((OperationBody.SetAffiliations) body);
            case SET_ATTRIBUTES -> setAttributes(((OperationBody.SetAttributes) body).changes());
            case LINK_IDENTITY -> linkIdentity(((OperationBody.LinkIdentity) body).identity());
            // An order does not change its customer.
            case CREATE_ORDER -> {}
        }
    }

    private void editProfile(List<FieldChange> changes) {
        var fields = PartFieldMapper.of(profile);
        merge.merge("", changes, fields, true);
        profile = PartFieldMapper.profile(fields);
        if (changes.stream().anyMatch(change -> change.field().equals("customerGroup"))) {
            reference.checkGroup(profile.customerGroup());
        }
    }

    private void addAddress(Address address) {
        removeAddress(address.id());
        addresses.add(address);
        merge.touch(FieldNames.address(address.id()));
        keepOnePrimary(address);
    }

    private void editAddress(OperationBody.EditAddress edit) {
        String part = FieldNames.address(edit.addressId());
        int at = addresses.stream().map(Address::id).toList().indexOf(edit.addressId());
        if (at < 0) {
            gone(part, edit.changes());
            return;
        }
        var fields = PartFieldMapper.of(addresses.get(at));
        merge.merge(FieldNames.scope(part), edit.changes(), fields, true);
        Address edited = PartFieldMapper.address(addresses.get(at), fields);
        addresses.set(at, edited);
        keepOnePrimary(edited);
    }

    private void removeAddress(UUID id) {
        addresses.removeIf(address -> address.id().equals(id));
    }

    private void addContact(Contact contact) {
        removeContact(contact.id());
        contacts.add(contact);
        merge.touch(FieldNames.contact(contact.id()));
        keepOnePrimary(contact);
    }

    private void editContact(OperationBody.EditContact edit) {
        String part = FieldNames.contact(edit.contactId());
        int at = contacts.stream().map(Contact::id).toList().indexOf(edit.contactId());
        if (at < 0) {
            gone(part, edit.changes());
            return;
        }
        var fields = PartFieldMapper.of(contacts.get(at));
        merge.merge(FieldNames.scope(part), edit.changes(), fields, true);
        Contact edited = PartFieldMapper.contact(contacts.get(at), fields);
        contacts.set(at, edited);
        keepOnePrimary(edited);
    }

    private void removeContact(UUID id) {
        contacts.removeIf(contact -> contact.id().equals(id));
    }

    // Each affiliation is a separate field: an addition by one user and a removal by another both take effect.
    private void setAffiliations(OperationBody.SetAffiliations set) {
        Set<String> added = set.added();
        reference.checkAffiliations(added);
        affiliations = set.mergedInto(affiliations);
        added.forEach(name -> merge.touch(FieldNames.AFFILIATION + name));
        set.removed().forEach(name -> merge.touch(FieldNames.AFFILIATION + name));
    }

    private void setAttributes(List<FieldChange> changes) {
        changes.forEach(change -> reference.checkAttribute(change.field(), change.newValue()));
        merge.merge(FieldNames.ATTRIBUTE, changes, attributes, false);
    }

    private void linkIdentity(ExternalIdentity identity) {
        OperationRejectedException.when(
                externalIdentity != null && !externalIdentity.equals(identity),
                "identity-already-linked",
                "The customer already has a different sign-in.");
        externalIdentity = identity;
    }

    // The part was deactivated before this edit arrived; the deactivation stands.
    private void gone(String part, List<FieldChange> changes) {
        changes.forEach(change -> merge.override(FieldNames.scope(part) + change.field(), null, change.newValue()));
    }

    private void keepOnePrimary(Address primary) {
        if (primary.primary()) {
            addresses.replaceAll(it -> it.id().equals(primary.id()) || !it.primary() ? it : it.secondary());
        }
    }

    private void keepOnePrimary(Contact primary) {
        if (primary.primary()) {
            contacts.replaceAll(it ->
                    it.id().equals(primary.id()) || it.type() != primary.type() || !it.primary() ? it : it.secondary());
        }
    }
}
