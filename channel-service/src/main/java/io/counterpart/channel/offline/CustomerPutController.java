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

import io.counterpart.channel.customer.Customer;
import io.counterpart.channel.customer.CustomerReader;
import io.counterpart.channel.customer.CustomerRegistrationService;
import io.counterpart.channel.customer.CustomerRegistrationService.Registration;
import io.counterpart.channel.customer.CustomerView;
import io.counterpart.channel.customer.NewCustomer;
import io.counterpart.channel.security.Caller;
import io.counterpart.channel.validation.CustomerEntry;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;
import io.counterpart.support.web.StrictUuid;

/** Creates a customer under the id that the till generated, so that the till may repeat the request. */
@RestController
@RequestMapping("/api/v1/customers")
class CustomerPutController {

    private static final String REPLAYED = "Idempotent-Replayed";

    private final CustomerRegistrationService registration;
    private final CustomerReader customers;

    CustomerPutController(CustomerRegistrationService registration, CustomerReader customers) {
        this.registration = registration;
        this.customers = customers;
    }

    @PutMapping("/{id}")
    ResponseEntity<CustomerView> put(
            @AuthenticationPrincipal Caller caller,
            @PathVariable("id") String asyncCustomerId,
            @RequestBody CustomerEntry entry) {
        UUID id = StrictUuid.parse(asyncCustomerId)
                .orElseThrow(
                        () -> StandardProblem.MALFORMED_REQUEST.because("The ID of a new customer must be a UUID."));
        String hash = ContentHash.of(entry);
        Optional<Customer> existing = customers.find(id);
        if (existing.isPresent()) {
            return replay(existing.get(), caller, id, entry);
        }
        NewCustomer checked = registration.check(id, caller, entry);
        try {
            Registration registered = registration.registerOnce(checked.madeByTill(checked.createdAt(), hash));
            CustomerView view = registered.customer();
            // HQ, or another attempt with other content, may have stored the customer first.
            if (!view.profile().equals(checked.content().profile())) {
                throw ReplayCheck.idInUse();
            }
            return registered.byAnother()
                    ? repeated(view)
                    : ResponseEntity.created(view.location()).eTag(view.etag()).body(view);
        } catch (Problem problem) {
            // Another attempt of the same request was faster, or another customer has the id.
            Customer other = customers.find(id).orElseThrow(() -> problem);
            return replay(other, caller, id, entry);
        }
    }

    private ResponseEntity<CustomerView> replay(Customer existing, Caller caller, UUID id, CustomerEntry entry) {
        ReplayCheck.refuseUnlessSame(id, existing, ContentHash.of(entry), () -> registration.check(id, caller, entry));
        return repeated(customers.fullView(existing));
    }

    private static ResponseEntity<CustomerView> repeated(CustomerView view) {
        return ResponseEntity.ok()
                .eTag(view.etag())
                .header(REPLAYED, "true")
                .location(view.location())
                .body(view);
    }
}
