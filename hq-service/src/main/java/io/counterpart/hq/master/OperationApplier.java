package io.counterpart.hq.master;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.edit.ContentEditor;
import io.counterpart.contract.edit.FieldMerger;
import io.counterpart.contract.edit.FieldNames;
import io.counterpart.contract.edit.OverriddenField;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;

/** Computes the content of a customer after one more operation, by the rules of the channels and HQ's rules for conflicts. */
final class OperationApplier implements FieldMerger {

    private final ReferenceData reference;
    private final Map<String, Instant> changedAt;
    private final FieldMerge merge;
    private final CustomerContent content;

    OperationApplier(MasterCustomer before, CustomerOperation operation, ReferenceData reference) {
        this.reference = reference;
        this.changedAt = new HashMap<>(before.changedAt());
        this.merge = new FieldMerge(
                operation.occurredAt(), before.origin().createdAt(), changedAt, changedByOthers(before, operation));
        check(before.content(), operation.body());
        this.content = ContentEditor.apply(before.content(), operation.body(), this);
        record(before.content(), operation.body());
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
        return content;
    }

    @Override
    public CustomerProfile profile(CustomerProfile before, List<FieldChange> changes) {
        var fields = PartFieldMapper.of(before);
        merge.merge("", changes, fields, true);
        CustomerProfile after = PartFieldMapper.profile(fields);
        if (changes.stream().anyMatch(change -> change.field().equals("customerGroup"))) {
            reference.checkGroup(after.customerGroup());
        }
        return after;
    }

    @Override
    public Address address(Address before, List<FieldChange> changes) {
        var fields = PartFieldMapper.of(before);
        merge.merge(FieldNames.scope(FieldNames.address(before.id())), changes, fields, true);
        return PartFieldMapper.address(before, fields);
    }

    @Override
    public Contact contact(Contact before, List<FieldChange> changes) {
        var fields = PartFieldMapper.of(before);
        merge.merge(FieldNames.scope(FieldNames.contact(before.id())), changes, fields, true);
        return PartFieldMapper.contact(before, fields);
    }

    @Override
    public Map<String, Object> attributes(Map<String, Object> before, List<FieldChange> changes) {
        changes.forEach(change -> reference.checkAttribute(change.field(), change.newValue()));
        Map<String, @Nullable Object> values = new LinkedHashMap<>(before);
        merge.merge(FieldNames.ATTRIBUTE, changes, values, false);
        var set = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> {
            if (value != null) {
                set.put(name, value);
            }
        });
        return set;
    }

    private void check(CustomerContent before, OperationBody body) {
        if (body instanceof OperationBody.SetAffiliations set) {
            reference.checkAffiliations(set.added());
        } else if (body instanceof OperationBody.LinkIdentity link) {
            ExternalIdentity linked = before.externalIdentity();
            OperationRejectedException.when(
                    linked != null && !linked.equals(link.identity()),
                    "identity-already-linked",
                    "The customer already has a different sign-in.");
        } else if (body instanceof OperationBody.AddNote note) {
            CustomerContentRules.checkNote(note.text());
        }
    }

    private void record(CustomerContent before, OperationBody body) {
        if (body instanceof OperationBody.AddAddress add) {
            merge.touch(FieldNames.address(add.address().id()));
        } else if (body instanceof OperationBody.AddContact add) {
            merge.touch(FieldNames.contact(add.contact().id()));
        } else if (body instanceof OperationBody.EditAddress edit) {
            boolean exists = before.addresses().stream().anyMatch(it -> it.id().equals(edit.addressId()));
            recordGone(exists, FieldNames.address(edit.addressId()), edit.changes());
        } else if (body instanceof OperationBody.EditContact edit) {
            boolean exists = before.contacts().stream().anyMatch(it -> it.id().equals(edit.contactId()));
            recordGone(exists, FieldNames.contact(edit.contactId()), edit.changes());
        } else if (body instanceof OperationBody.SetAffiliations set) {
            // Each affiliation is a separate field: an addition by one user and a removal by another both take effect.
            Stream.concat(set.added().stream(), set.removed().stream())
                    .forEach(name -> merge.touch(FieldNames.AFFILIATION + name));
        }
    }

    // The part was deactivated before this edit arrived; the deactivation stands.
    private void recordGone(boolean exists, String part, List<FieldChange> changes) {
        if (!exists) {
            changes.forEach(change -> merge.override(FieldNames.scope(part) + change.field(), null, change.newValue()));
        }
    }
}
