package io.counterpart.channel.offline;

import java.util.Optional;
import java.util.UUID;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.channel.customer.CustomerCreationService;
import io.counterpart.channel.customer.CustomerDetails;
import io.counterpart.channel.customer.CustomerQueryService;
import io.counterpart.channel.customer.CustomerView;
import io.counterpart.channel.customer.NewCustomer;
import io.counterpart.channel.entry.CustomerEntry;
import io.counterpart.channel.security.Caller;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;

/** Takes a customer under the id that the till made for it, so that the till may send it as often as it likes. */
@RestController
@RequestMapping("/api/v1/customers")
class CustomerPutController {

    private static final String REPLAYED = "Idempotent-Replayed";

    private final CustomerCreationService intake;
    private final CustomerQueryService customers;

    CustomerPutController(CustomerCreationService intake, CustomerQueryService customers) {
        this.intake = intake;
        this.customers = customers;
    }

    @PutMapping("/{asyncCustomerId}")
    ResponseEntity<CustomerView> put(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String asyncCustomerId,
            @RequestBody CustomerEntry entry) {
        UUID id = AsyncCustomerIdParser.parse(asyncCustomerId)
                .orElseThrow(() -> StandardProblem.MALFORMED_REQUEST.because("The id of a new customer is a UUID."));
        String hash = ContentHash.of(entry);
        Optional<CustomerDetails> existing = customers.find(id);
        if (existing.isPresent()) {
            return replay(existing.get(), caller, id, entry);
        }
        NewCustomer checked = intake.check(id, caller.channel(), entry);
        try {
            CustomerView view = intake.register(checked.madeByTill(checked.createdAt(), hash));
            // HQ, or another try with other content, may have been faster.
            if (!view.profile().equals(checked.content().profile())) {
                throw ReplayCheck.idInUse();
            }
            return ResponseEntity.created(view.location()).eTag(view.etag()).body(view);
        } catch (Problem problem) {
            // Another try of the same request was faster, or somebody else has the id.
            CustomerDetails other = customers.find(id).orElseThrow(() -> problem);
            return replay(other, caller, id, entry);
        }
    }

    private ResponseEntity<CustomerView> replay(CustomerDetails existing, Caller caller, UUID id, CustomerEntry entry) {
        ReplayCheck.refuseUnlessSame(existing, ContentHash.of(entry), () -> intake.check(id, caller.channel(), entry));
        CustomerView view = existing.loadAllParts();
        return ResponseEntity.ok()
                .eTag(view.etag())
                .header(REPLAYED, "true")
                .location(view.location())
                .body(view);
    }
}
