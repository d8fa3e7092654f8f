package io.counterpart.channel.edit;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.channel.customer.CustomerAggregate;
import io.counterpart.channel.customer.EditPolicy.EditAction;
import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.channel.security.Caller;
import io.counterpart.channel.validation.CustomerEntry.ContactEntry;
import io.counterpart.channel.validation.EditValidator;
import io.counterpart.channel.validation.MergePatch;
import io.counterpart.contract.Contact;
import io.counterpart.contract.operation.OperationBody;

/** The secondary emails and phones of a customer. */
@RestController
@RequestMapping("/api/v1/customers/{id}/contacts")
class ContactController extends PartController<Contact> {

    private static final PartKind<Contact> CONTACTS = new PartKind<>(
            "contact",
            "contacts",
            EditAction.ADD_CONTACT,
            EditAction.EDIT_CONTACT,
            CustomerAggregate::contacts,
            Contact::id);

    ContactController(CustomerEditService editing, IdentifierGenerator identifiers) {
        super(CONTACTS, editing, identifiers);
    }

    @GetMapping("/{contactId}")
    ResponseEntity<Contact> get(@PathVariable String id, @PathVariable String contactId) {
        return getPart(id, contactId);
    }

    @PostMapping
    ResponseEntity<Contact> add(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ContactEntry entry,
            HttpServletRequest request) {
        return addPart(
                caller,
                id,
                ifMatch,
                request,
                (customer, partId) -> new OperationBody.AddContact(EditValidator.newContact(entry, customer, partId)));
    }

    @PatchMapping(path = "/{contactId}", consumes = CustomerEditController.MERGE_PATCH)
    ResponseEntity<Contact> edit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String contactId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MergePatch<ContactEntry> patch) {
        return editPart(
                caller,
                id,
                contactId,
                ifMatch,
                before -> EditValidator.contact(before, patch),
                OperationBody.EditContact::new);
    }

    @DeleteMapping("/{contactId}")
    ResponseEntity<Void> deactivate(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String contactId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return deactivatePart(caller, id, contactId, ifMatch, OperationBody.DeactivateContact::new);
    }
}
