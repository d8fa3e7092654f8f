package io.counterpart.hq.channel;

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

import io.counterpart.contract.Limits;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.ListResponse;

/** Customer group administration. */
@RestController
@RequestMapping("/api/v1/customer-groups")
class CustomerGroupController {

    private final CustomerGroupRepository table;
    private final ConfigurationService administration;

    CustomerGroupController(CustomerGroupRepository table, ConfigurationService administration) {
        this.table = table;
        this.administration = administration;
    }

    @GetMapping
    ListResponse<CustomerGroup.CustomerGroupView> all() {
        return ListResponse.of(table.findAll().stream().map(CustomerGroup::view).toList());
    }

    @GetMapping("/{name}")
    ResponseEntity<CustomerGroup.CustomerGroupView> one(@PathVariable String name) {
        CustomerGroup found = table.findById(name).orElseThrow(() -> HqProblem.CUSTOMER_GROUP_NOT_FOUND.problem());
        return ETagResponses.of(found, found.view());
    }

    @PutMapping("/{name}")
    ResponseEntity<CustomerGroup.CustomerGroupView> put(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CustomerGroup.CustomerGroupView wanted) {
        NameValidator.check("/name", name, Limits.CUSTOMER_GROUP);
        NameValidator.checkSame("/name", name, wanted.name());
        NameValidator.check("/description", wanted.description(), 60);
        Map<String, String> dimensions = Objects.requireNonNullElse(wanted.financialDimensions(), Map.of());
        CustomerGroup saved = administration.save(
                table,
                name,
                ifMatch,
                present -> present == null
                        ? new CustomerGroup(name, wanted.description(), dimensions)
                        : present.change(wanted.description(), dimensions),
                ConfigurationPublisher::global);
        return ETagResponses.of(saved, saved.view());
    }
}
