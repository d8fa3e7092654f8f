package io.counterpart.channel.edit;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

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
import io.counterpart.channel.entry.CustomerEntry.ContactEntry;
import io.counterpart.channel.entry.EditValidator;
import io.counterpart.channel.entry.MergePatch;
import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.channel.security.Caller;
import io.counterpart.contract.Contact;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.support.problem.StandardProblem;

/** The secondary emails and phones of a customer; the ETag is that of the customer, since a part has no version. */
@RestController
@RequestMapping("/api/v1/customers/{id}/contacts")
class ContactController {

    private final CustomerEditService editing;
    private final IdentifierGenerator identifiers;

    ContactController(CustomerEditService editing, IdentifierGenerator identifiers) {
        this.editing = editing;
        this.identifiers = identifiers;
    }

    @GetMapping("/{contactId}")
    ResponseEntity<Contact> get(@PathVariable String id, @PathVariable String contactId) {
        CustomerAggregate customer = editing.get(id);
        return ResponseEntity.ok().eTag(customer.etag()).body(get(customer, PartRequest.partId(contactId)));
    }

    @PostMapping
    ResponseEntity<Contact> add(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ContactEntry entry,
            HttpServletRequest request) {
        // The same id for every attempt of one request, so that a repetition finds the part that an earlier attempt
        // added.
        UUID partId = PartRequest.idOf(request).orElseGet(identifiers::next);
        var wanted = new EditRequest(
                id,
                EditAction.ADD_CONTACT,
                IfMatchVersion.optional(ifMatch),
                caller.channel(),
                partId,
                customer -> find(customer, partId).isPresent()
                        ? Optional.empty()
                        : Optional.of(new OperationBody.AddContact(
                                EditValidator.newContact(entry, customer.content(), partId))));
        CustomerAggregate edited = editing.edit(wanted);
        return ResponseEntity.created(URI.create(PartRequest.location(edited, "contacts", partId)))
                .eTag(edited.etag())
                .body(get(edited, partId));
    }

    @PatchMapping(path = "/{contactId}", consumes = CustomerEditController.MERGE_PATCH)
    ResponseEntity<Contact> edit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String contactId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MergePatch<ContactEntry> patch) {
        CustomerAggregate edited = edit(caller, id, ifMatch, customer -> {
            Contact before = get(customer, PartRequest.partId(contactId));
            var changes = FieldDiff.between(before, EditValidator.contact(before, patch));
            return changes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new OperationBody.EditContact(before.id(), changes));
        });
        return ResponseEntity.ok().eTag(edited.etag()).body(get(edited, PartRequest.partId(contactId)));
    }

    @DeleteMapping("/{contactId}")
    ResponseEntity<Void> deactivate(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String contactId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        CustomerAggregate edited = edit(
                caller,
                id,
                ifMatch,
                customer -> Optional.of(new OperationBody.DeactivateContact(
                        get(customer, PartRequest.partId(contactId)).id())));
        return ResponseEntity.noContent().eTag(edited.etag()).build();
    }

    private CustomerAggregate edit(
            Caller caller,
            String id,
            @Nullable String ifMatch,
            Function<CustomerAggregate, Optional<OperationBody>> change) {
        return editing.edit(new EditRequest(
                id,
                EditAction.EDIT_CONTACT,
                IfMatchVersion.required(ifMatch),
                caller.channel(),
                identifiers.next(),
                change));
    }

    private static Contact get(CustomerAggregate customer, UUID partId) {
        return find(customer, partId)
                .orElseThrow(() -> StandardProblem.NOT_FOUND.because("The customer has no contact with this ID."));
    }

    private static Optional<Contact> find(CustomerAggregate customer, UUID partId) {
        return customer.contacts().stream().filter(it -> it.id().equals(partId)).findFirst();
    }
}
