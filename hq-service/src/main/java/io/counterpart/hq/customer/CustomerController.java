package io.counterpart.hq.customer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.problem.ETags;
import io.counterpart.hq.problem.ListResponse;

/** REST resource of the customer master. */
@RestController
@RequestMapping("/api/v1/customers")
class CustomerController {

    private final CustomerSearchService search;
    private final CustomerBlockingService blocking;

    CustomerController(CustomerSearchService search, CustomerBlockingService blocking) {
        this.search = search;
        this.blocking = blocking;
    }

    @PostMapping("/search")
    ListResponse<CustomerSnapshot> find(@RequestBody CustomerSearchService.CustomerQuery query) {
        return search.find(query);
    }

    @GetMapping("/{id}")
    ResponseEntity<CustomerSnapshot> one(@PathVariable String id) {
        CustomerSnapshot customer = search.one(id);
        return ETags.tagged(customer.versionForEditors(), customer);
    }

    @PutMapping("/{id}/blocked")
    ResponseEntity<CustomerSnapshot> block(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody BlockRequest wanted) {
        CustomerSnapshot customer = blocking.block(id, wanted.blocked(), wanted.reason(), ETags.expected(ifMatch));
        return ETags.tagged(customer.versionForEditors(), customer);
    }

    /**
     * A decision to block or unblock a customer.
     *
     * @param reason for the audit trail
     */
    record BlockRequest(boolean blocked, @Nullable String reason) {}
}
