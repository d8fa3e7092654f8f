package io.counterpart.hq.customer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.audit.Actor;
import io.counterpart.hq.audit.AuditAction;
import io.counterpart.hq.audit.AuditChange;
import io.counterpart.hq.audit.AuditService;

/** Audits the edits of customers at HQ: the changed fields only, because their values are personal data. */
@Component
class CustomerEditAudit {

    private static final String ACTION = "edit-customer";

    private final AuditService audit;

    CustomerEditAudit(AuditService audit) {
        this.audit = audit;
    }

    void note(CustomerSnapshot customer, OperationBody edit) {
        if (edit instanceof OperationBody.EditProfile profile) {
            changed(customer, edit, null, profile.changes());
        } else if (edit instanceof OperationBody.EditAddress address) {
            changed(customer, edit, address.addressId(), address.changes());
        } else if (edit instanceof OperationBody.EditContact contact) {
            changed(customer, edit, contact.contactId(), contact.changes());
        } else if (edit instanceof OperationBody.SetAffiliations set) {
            changed(customer, edit, null, List.of(new FieldChange("affiliations", set.oldValue(), set.newValue())));
        } else if (edit instanceof OperationBody.SetAttributes set) {
            changed(customer, edit, null, attributes(set.changes()));
        } else if (edit instanceof OperationBody.AddAddress added) {
            part(customer, null, added.address());
        } else if (edit instanceof OperationBody.AddContact added) {
            part(customer, null, added.contact());
        } else if (edit instanceof OperationBody.DeactivateAddress removed) {
            Optional<Address> address = PartEditService.address(customer, removed.addressId());
            part(customer, address.orElse(null), null);
        } else if (edit instanceof OperationBody.DeactivateContact removed) {
            Optional<Contact> contact = PartEditService.contact(customer, removed.contactId());
            part(customer, contact.orElse(null), null);
        } else {
            throw new IllegalArgumentException("Not an edit of a page: " + edit.kind());
        }
    }

    private void changed(
            CustomerSnapshot customer, OperationBody edit, @Nullable UUID part, List<FieldChange> changes) {
        Map<String, String> detail = part == null
                ? Map.of("kind", edit.kind().name())
                : Map.of("kind", edit.kind().name(), "id", part.toString());
        audit.noteChanges(
                Actor.current(),
                new AuditAction(ACTION, subject(customer)),
                detail,
                changes.stream()
                        .map(it -> new AuditChange(it.field(), it.oldValue(), it.newValue()))
                        .toList());
    }

    private static List<FieldChange> attributes(List<FieldChange> changes) {
        return changes.stream()
                .map(it -> new FieldChange("attributes." + it.field(), it.oldValue(), it.newValue()))
                .toList();
    }

    private void part(CustomerSnapshot customer, @Nullable Object before, @Nullable Object after) {
        audit.noteChange(ACTION, subject(customer), before, after);
    }

    private static String subject(CustomerSnapshot customer) {
        return Objects.requireNonNullElse(
                customer.accountNumber(), customer.asyncCustomerId().toString());
    }
}
