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

import io.counterpart.channel.configuration.ChannelConfigurationService;
import io.counterpart.channel.customer.CustomerAggregate;
import io.counterpart.channel.customer.EditPolicy.EditAction;
import io.counterpart.channel.entry.CustomerEntry.AddressEntry;
import io.counterpart.channel.entry.EditValidator;
import io.counterpart.channel.entry.MergePatch;
import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.channel.security.Caller;
import io.counterpart.contract.Address;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.support.problem.StandardProblem;

/** The addresses of a customer; the ETag is that of the customer, since a part has no version. */
@RestController
@RequestMapping("/api/v1/customers/{id}/addresses")
class AddressController {

    private final CustomerEditService editing;
    private final ChannelConfigurationService configurations;
    private final IdentifierGenerator identifiers;

    AddressController(
            CustomerEditService editing, ChannelConfigurationService configurations, IdentifierGenerator identifiers) {
        this.editing = editing;
        this.configurations = configurations;
        this.identifiers = identifiers;
    }

    @GetMapping("/{addressId}")
    ResponseEntity<Address> get(@PathVariable String id, @PathVariable String addressId) {
        CustomerAggregate customer = editing.get(id);
        return ResponseEntity.ok().eTag(customer.etag()).body(get(customer, PartRequest.partId(addressId)));
    }

    @PostMapping
    ResponseEntity<Address> add(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AddressEntry entry,
            HttpServletRequest request) {
        // The same id for every attempt of one request, so that a repetition finds the part that an earlier attempt
        // added.
        UUID partId = PartRequest.idOf(request).orElseGet(identifiers::next);
        var wanted = new EditRequest(
                id,
                EditAction.ADD_ADDRESS,
                IfMatchVersion.optional(ifMatch),
                caller.channel(),
                partId,
                customer -> find(customer, partId).isPresent()
                        ? Optional.empty()
                        : Optional.of(new OperationBody.AddAddress(EditValidator.newAddress(
                                entry, customer.content(), configurations.find(caller.channel()), partId))));
        CustomerAggregate edited = editing.edit(wanted);
        return ResponseEntity.created(URI.create(PartRequest.location(edited, "addresses", partId)))
                .eTag(edited.etag())
                .body(get(edited, partId));
    }

    @PatchMapping(path = "/{addressId}", consumes = CustomerEditController.MERGE_PATCH)
    ResponseEntity<Address> edit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String addressId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MergePatch<AddressEntry> patch) {
        CustomerAggregate edited = edit(caller, id, ifMatch, customer -> {
            Address before = get(customer, PartRequest.partId(addressId));
            var changes = FieldDiff.between(before, EditValidator.address(before, patch));
            return changes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new OperationBody.EditAddress(before.id(), changes));
        });
        return ResponseEntity.ok().eTag(edited.etag()).body(get(edited, PartRequest.partId(addressId)));
    }

    @DeleteMapping("/{addressId}")
    ResponseEntity<Void> deactivate(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String addressId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        CustomerAggregate edited = edit(
                caller,
                id,
                ifMatch,
                customer -> Optional.of(new OperationBody.DeactivateAddress(
                        get(customer, PartRequest.partId(addressId)).id())));
        return ResponseEntity.noContent().eTag(edited.etag()).build();
    }

    private CustomerAggregate edit(
            Caller caller,
            String id,
            @Nullable String ifMatch,
            Function<CustomerAggregate, Optional<OperationBody>> change) {
        return editing.edit(new EditRequest(
                id,
                EditAction.EDIT_ADDRESS,
                IfMatchVersion.required(ifMatch),
                caller.channel(),
                identifiers.next(),
                change));
    }

    private static Address get(CustomerAggregate customer, UUID partId) {
        return find(customer, partId)
                .orElseThrow(() -> StandardProblem.NOT_FOUND.because("The customer has no address with this ID."));
    }

    private static Optional<Address> find(CustomerAggregate customer, UUID partId) {
        return customer.addresses().stream()
                .filter(it -> it.id().equals(partId))
                .findFirst();
    }
}
