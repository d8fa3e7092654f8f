package io.counterpart.hq.customer;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.problem.Items;
import io.counterpart.hq.problem.Versions;

/** The customer master for people at HQ. */
@RestController
@RequestMapping("/api/v1/customers")
class CustomerController {

    private final CustomerSearch search;

    CustomerController(CustomerSearch search) {
        this.search = search;
    }

    @PostMapping("/search")
    Items<CustomerSnapshot> find(@RequestBody CustomerSearch.Query query) {
        return search.find(query);
    }

    @GetMapping("/{id}")
    ResponseEntity<CustomerSnapshot> one(@PathVariable String id) {
        CustomerSnapshot customer = search.one(id);
        return Versions.tagged(customer.version(), customer);
    }
}
