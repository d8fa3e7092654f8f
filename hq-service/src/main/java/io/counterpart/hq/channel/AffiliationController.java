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
import io.counterpart.hq.problem.Items;

/** Affiliation administration. */
@RestController
@RequestMapping("/api/v1/affiliations")
class AffiliationController {

    private final Affiliations table;
    private final Administration administration;

    AffiliationController(Affiliations table, Administration administration) {
        this.table = table;
        this.administration = administration;
    }

    @GetMapping
    Items<Affiliation.View> all() {
        return Items.of(table.findAll().stream().map(Affiliation::view).toList());
    }

    @GetMapping("/{name}")
    ResponseEntity<Affiliation.View> one(@PathVariable String name) {
        Affiliation found = table.findById(name).orElseThrow(() -> HqProblem.AFFILIATION_NOT_FOUND.problem());
        return Answers.of(found, found.view());
    }

    @PutMapping("/{name}")
    ResponseEntity<Affiliation.View> put(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Affiliation.View wanted) {
        Names.check("/name", name, Limits.AFFILIATION);
        Names.checkSame("/name", name, wanted.name());
        Names.check("/description", wanted.description(), 60);
        Affiliation saved = administration.put(
                table,
                name,
                ifMatch,
                present -> present == null
                        ? new Affiliation(name, wanted.description())
                        : present.change(wanted.description()),
                ConfigurationPublication::global);
        return Answers.of(saved, saved.view());
    }
}
