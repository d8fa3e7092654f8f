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

import io.counterpart.channel.configuration.ChannelConfigurationService;
import io.counterpart.channel.customer.CustomerAggregate;
import io.counterpart.channel.customer.EditPolicy.EditAction;
import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.channel.security.Caller;
import io.counterpart.channel.validation.CustomerEntry.AddressEntry;
import io.counterpart.channel.validation.EditValidator;
import io.counterpart.channel.validation.MergePatch;
import io.counterpart.contract.Address;
import io.counterpart.contract.operation.OperationBody;

/** The addresses of a customer. */
@RestController
@RequestMapping("/api/v1/customers/{id}/addresses")
class AddressController extends PartController<Address> {

    private static final PartKind<Address> ADDRESSES = new PartKind<>(
            "address",
            "addresses",
            EditAction.ADD_ADDRESS,
            EditAction.EDIT_ADDRESS,
            CustomerAggregate::addresses,
            Address::id);

    private final ChannelConfigurationService configurations;

    AddressController(
            CustomerEditService editing, ChannelConfigurationService configurations, IdentifierGenerator identifiers) {
        super(ADDRESSES, editing, identifiers);
        this.configurations = configurations;
    }

    @GetMapping("/{addressId}")
    ResponseEntity<Address> get(@PathVariable String id, @PathVariable String addressId) {
        return getPart(id, addressId);
    }

    @PostMapping
    ResponseEntity<Address> add(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AddressEntry entry,
            HttpServletRequest request) {
        return addPart(
                caller,
                id,
                ifMatch,
                request,
                (customer, partId) -> new OperationBody.AddAddress(
                        EditValidator.newAddress(entry, customer, configurations.find(caller.channel()), partId)));
    }

    @PatchMapping(path = "/{addressId}", consumes = CustomerEditController.MERGE_PATCH)
    ResponseEntity<Address> edit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String addressId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MergePatch<AddressEntry> patch) {
        return editPart(
                caller,
                id,
                addressId,
                ifMatch,
                before -> EditValidator.address(before, patch),
                OperationBody.EditAddress::new);
    }

    @DeleteMapping("/{addressId}")
    ResponseEntity<Void> deactivate(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String addressId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return deactivatePart(caller, id, addressId, ifMatch, OperationBody.DeactivateAddress::new);
    }
}
