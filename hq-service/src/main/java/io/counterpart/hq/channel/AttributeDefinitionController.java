package io.counterpart.hq.channel;

import java.math.BigDecimal;
import java.util.List;
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
import io.counterpart.contract.configuration.AttributeDefinition;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.Items;

/** Attribute definition administration. */
@RestController
@RequestMapping("/api/v1/attribute-definitions")
class AttributeDefinitionController {

    private final AttributeRules rules;
    private final Administration administration;

    AttributeDefinitionController(AttributeRules rules, Administration administration) {
        this.rules = rules;
        this.administration = administration;
    }

    @GetMapping
    Items<AttributeDefinition> all() {
        return Items.of(rules.findAll().stream().map(AttributeRule::view).toList());
    }

    @GetMapping("/{name}")
    ResponseEntity<AttributeDefinition> one(@PathVariable String name) {
        AttributeRule found =
                rules.findById(name).orElseThrow(() -> HqProblem.ATTRIBUTE_DEFINITION_NOT_FOUND.problem());
        return Answers.of(found, found.view());
    }

    @PutMapping("/{name}")
    ResponseEntity<AttributeDefinition> put(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Wanted wanted) {
        AttributeDefinition definition = wanted.as(name);
        AttributeRule saved = administration.put(
                rules,
                name,
                ifMatch,
                present -> present == null ? new AttributeRule(definition) : present.change(definition),
                ConfigurationPublication::global);
        return Answers.of(saved, saved.view());
    }

    /** The whole of a definition; the name is in the path and may be repeated. */
    record Wanted(
            @Nullable String name,
            AttributeDefinition.@Nullable Type type,
            @Nullable List<String> allowedValues,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            @Nullable String unit,
            boolean mandatory) {

        AttributeDefinition as(String pathName) {
            Names.check("/name", pathName, Limits.ATTRIBUTE_NAME);
            Names.checkSame("/name", pathName, name);
            if (type == null) {
                throw Names.invalid("/type", "required", "Needs a value");
            }
            if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
                throw Names.invalid("/minimum", "out-of-range", "The minimum is above the maximum");
            }
            return new AttributeDefinition(
                    pathName,
                    type,
                    Objects.requireNonNullElse(allowedValues, List.of()),
                    minimum,
                    maximum,
                    unit,
                    mandatory);
        }
    }
}
