package io.counterpart.hq.reference;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.configuration.NameValidator;
import io.counterpart.hq.problem.ETags;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.ListResponse;

/** REST resource of customer groups. */
@RestController
@RequestMapping("/api/v1/customer-groups")
class CustomerGroupController {

    private final CustomerGroupRepository table;
    private final ReferenceDataService service;

    CustomerGroupController(CustomerGroupRepository table, ReferenceDataService service) {
        this.table = table;
        this.service = service;
    }

    @GetMapping
    ListResponse<CustomerGroup.CustomerGroupView> all() {
        return ListResponse.of(table.findAll().stream().map(CustomerGroup::view).toList());
    }

    @GetMapping("/{name}")
    ResponseEntity<CustomerGroup.CustomerGroupView> one(@PathVariable String name) {
        CustomerGroup found = table.findById(name).orElseThrow(() -> HqProblem.CUSTOMER_GROUP_NOT_FOUND.problem());
        return ETags.tagged(found.version(), found.view());
    }

    @PutMapping("/{name}")
    ResponseEntity<CustomerGroup.CustomerGroupView> put(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CustomerGroup.CustomerGroupView wanted) {
        NameValidator.checkSame("/name", name, wanted.name());
        CustomerGroup saved = service.saveCustomerGroup(
                name,
                wanted.description(),
                Objects.requireNonNullElse(wanted.financialDimensions(), Map.of()),
                () -> ETags.expected(ifMatch));
        return ETags.tagged(saved.version(), saved.view());
    }
}
