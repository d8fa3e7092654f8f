package io.counterpart.channel.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.channel.configuration.ChannelConfigurationService;
import io.counterpart.channel.customer.CustomerAggregate;
import io.counterpart.channel.customer.CustomerView;
import io.counterpart.channel.customer.EditPolicy.EditAction;
import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.channel.security.Caller;
import io.counterpart.channel.validation.EditValidator;
import io.counterpart.channel.validation.MergePatch;
import io.counterpart.channel.validation.ProfileEntry;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;

/** Edits of the profile, and replacements of the whole sets of affiliations and attributes. */
@RestController
@RequestMapping("/api/v1/customers/{id}")
class CustomerEditController {

    static final String MERGE_PATCH = "application/merge-patch+json";

    private final CustomerEditService editing;
    private final ChannelConfigurationService configurations;
    private final IdentifierGenerator identifiers;

    CustomerEditController(
            CustomerEditService editing, ChannelConfigurationService configurations, IdentifierGenerator identifiers) {
        this.editing = editing;
        this.configurations = configurations;
        this.identifiers = identifiers;
    }

    @PatchMapping(consumes = MERGE_PATCH)
    ResponseEntity<CustomerView> profile(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MergePatch<ProfileEntry> patch) {
        StoreFields.refuse(caller, patch);
        return edit(caller, id, ifMatch, customer -> {
            var before = customer.content().profile();
            var after = EditValidator.profile(before, patch, configurations.global());
            return some(FieldDiff.between(before, after)).map(OperationBody.EditProfile::new);
        });
    }

    @PutMapping("/affiliations")
    ResponseEntity<CustomerView> affiliations(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Object body) {
        List<@Nullable String> wanted = ReplaceAllRequest.affiliations(body);
        return edit(caller, id, ifMatch, customer -> {
            List<String> before = customer.content().affiliations();
            List<String> after = EditValidator.affiliations(wanted, before, configurations.global());
            return before.equals(after)
                    ? Optional.empty()
                    : Optional.of(new OperationBody.SetAffiliations(before, after));
        });
    }

    @PutMapping("/attributes")
    ResponseEntity<CustomerView> attributes(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Object body) {
        Map<String, @Nullable Object> wanted = ReplaceAllRequest.attributes(body);
        return edit(caller, id, ifMatch, customer -> {
            Map<String, Object> before = customer.content().attributes();
            Map<String, Object> after = EditValidator.attributes(wanted, before, configurations.global());
            return some(FieldDiff.between(before, after)).map(OperationBody.SetAttributes::new);
        });
    }

    private ResponseEntity<CustomerView> edit(
            Caller caller,
            String id,
            @Nullable String ifMatch,
            Function<CustomerAggregate, Optional<OperationBody>> change) {
        CustomerAggregate edited = editing.edit(new EditRequest(
                id, EditAction.EDIT, IfMatchVersion.required(ifMatch), caller, identifiers.next(), change));
        return ResponseEntity.ok().eTag(edited.etag()).body(editing.view(edited));
    }

    private static Optional<List<FieldChange>> some(List<FieldChange> changes) {
        return changes.isEmpty() ? Optional.empty() : Optional.of(changes);
    }
}
