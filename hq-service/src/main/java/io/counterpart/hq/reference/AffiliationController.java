package io.counterpart.hq.reference;

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

/** REST resource of affiliations. */
@RestController
@RequestMapping("/api/v1/affiliations")
class AffiliationController {

    private final AffiliationRepository table;
    private final ReferenceDataService service;

    AffiliationController(AffiliationRepository table, ReferenceDataService service) {
        this.table = table;
        this.service = service;
    }

    @GetMapping
    ListResponse<Affiliation.AffiliationView> all() {
        return ListResponse.of(table.findAll().stream().map(Affiliation::view).toList());
    }

    @GetMapping("/{name}")
    ResponseEntity<Affiliation.AffiliationView> one(@PathVariable String name) {
        Affiliation found = table.findById(name).orElseThrow(() -> HqProblem.AFFILIATION_NOT_FOUND.problem());
        return ETags.tagged(found.version(), found.view());
    }

    @PutMapping("/{name}")
    ResponseEntity<Affiliation.AffiliationView> put(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Affiliation.AffiliationView wanted) {
        NameValidator.checkSame("/name", name, wanted.name());
        Affiliation saved = service.saveAffiliation(name, wanted.description(), () -> ETags.expected(ifMatch));
        return ETags.tagged(saved.version(), saved.view());
    }
}
