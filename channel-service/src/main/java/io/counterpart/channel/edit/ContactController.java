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

import io.counterpart.channel.customer.CustomerWithParts;
import io.counterpart.channel.customer.EditRules.Act;
import io.counterpart.channel.entry.CustomerEntry.ContactEntry;
import io.counterpart.channel.entry.EditCheck;
import io.counterpart.channel.entry.Patch;
import io.counterpart.channel.identifier.Identifiers;
import io.counterpart.channel.security.Caller;
import io.counterpart.contract.Contact;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.support.problem.StandardProblem;

/** Secondary emails and phones of a customer. The ETag is that of the customer: a part has no version of its own. */
@RestController
@RequestMapping("/api/v1/customers/{id}/contacts")
class ContactController {

    private final CustomerEditing editing;
    private final Identifiers identifiers;

    ContactController(CustomerEditing editing, Identifiers identifiers) {
        this.editing = editing;
        this.identifiers = identifiers;
    }

    @GetMapping("/{contactId}")
    ResponseEntity<Contact> get(@PathVariable String id, @PathVariable String contactId) {
        CustomerWithParts customer = editing.read(id);
        return ResponseEntity.ok().eTag(PartRequest.etag(customer)).body(get(customer, PartRequest.partId(contactId)));
    }

    @PostMapping
    ResponseEntity<Contact> add(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ContactEntry entry,
            HttpServletRequest request) {
        // The same for every try of one request, so that a repetition finds what an earlier try made.
        UUID partId = PartRequest.idOf(request).orElseGet(identifiers::next);
        var wanted = new EditRequest(
                id,
                Act.ADD_CONTACT,
                IfMatch.optional(ifMatch),
                caller.channel(),
                partId,
                customer -> find(customer, partId).isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                new OperationBody.AddContact(EditCheck.newContact(entry, customer.content(), partId))));
        CustomerWithParts edited = editing.edit(wanted);
        return ResponseEntity.created(URI.create(PartRequest.location(edited, "contacts", partId)))
                .eTag(PartRequest.etag(edited))
                .body(get(edited, partId));
    }

    @PatchMapping(path = "/{contactId}", consumes = CustomerEditController.MERGE_PATCH)
    ResponseEntity<Contact> edit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String contactId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Patch<ContactEntry> patch) {
        CustomerWithParts edited = edit(caller, id, ifMatch, customer -> {
            Contact before = get(customer, PartRequest.partId(contactId));
            var changes = Difference.between(before, EditCheck.contact(before, patch));
            return changes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new OperationBody.EditContact(before.id(), changes));
        });
        return ResponseEntity.ok().eTag(PartRequest.etag(edited)).body(get(edited, PartRequest.partId(contactId)));
    }

    @DeleteMapping("/{contactId}")
    ResponseEntity<Void> deactivate(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String contactId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        CustomerWithParts edited = edit(
                caller,
                id,
                ifMatch,
                customer -> Optional.of(new OperationBody.DeactivateContact(
                        get(customer, PartRequest.partId(contactId)).id())));
        return ResponseEntity.noContent().eTag(PartRequest.etag(edited)).build();
    }

    private CustomerWithParts edit(
            Caller caller,
            String id,
            @Nullable String ifMatch,
            Function<CustomerWithParts, Optional<OperationBody>> change) {
        return editing.edit(new EditRequest(
                id, Act.EDIT_CONTACT, IfMatch.required(ifMatch), caller.channel(), identifiers.next(), change));
    }

    private static Contact get(CustomerWithParts customer, UUID partId) {
        return find(customer, partId)
                .orElseThrow(() -> StandardProblem.NOT_FOUND.because("The customer has no such contact."));
    }

    private static Optional<Contact> find(CustomerWithParts customer, UUID partId) {
        return customer.contacts().stream().filter(it -> it.id().equals(partId)).findFirst();
    }
}
