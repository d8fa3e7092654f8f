package io.counterpart.hq.channel;

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

/** Affiliation administration. */
@RestController
@RequestMapping("/api/v1/affiliations")
class AffiliationController {

    private final AffiliationRepository table;
    private final ConfigurationService administration;

    AffiliationController(AffiliationRepository table, ConfigurationService administration) {
        this.table = table;
        this.administration = administration;
    }

    @GetMapping
    ListResponse<Affiliation.AffiliationView> all() {
        return ListResponse.of(table.findAll().stream().map(Affiliation::view).toList());
    }

    @GetMapping("/{name}")
    ResponseEntity<Affiliation.AffiliationView> one(@PathVariable String name) {
        Affiliation found = table.findById(name).orElseThrow(() -> HqProblem.AFFILIATION_NOT_FOUND.problem());
        return ETagResponses.of(found, found.view());
    }

    @PutMapping("/{name}")
    ResponseEntity<Affiliation.AffiliationView> put(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Affiliation.AffiliationView wanted) {
        NameValidator.check("/name", name, Limits.AFFILIATION);
        NameValidator.checkSame("/name", name, wanted.name());
        NameValidator.check("/description", wanted.description(), 60);
        Affiliation saved = administration.save(
                table,
                name,
                ifMatch,
                present -> present == null
                        ? new Affiliation(name, wanted.description())
                        : present.change(wanted.description()),
                ConfigurationPublisher::global);
        return ETagResponses.of(saved, saved.view());
    }
}
