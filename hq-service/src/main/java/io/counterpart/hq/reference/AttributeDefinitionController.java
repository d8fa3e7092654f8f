package io.counterpart.hq.reference;

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

import io.counterpart.contract.configuration.AttributeDefinition;
import io.counterpart.hq.configuration.NameValidator;
import io.counterpart.hq.problem.ETags;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.ListResponse;
import io.counterpart.support.problem.Problem;

/** REST resource of attribute definitions. */
@RestController
@RequestMapping("/api/v1/attribute-definitions")
class AttributeDefinitionController {

    private final AttributeRuleRepository rules;
    private final ReferenceDataService service;

    AttributeDefinitionController(AttributeRuleRepository rules, ReferenceDataService service) {
        this.rules = rules;
        this.service = service;
    }

    @GetMapping
    ListResponse<AttributeDefinition> all() {
        return ListResponse.of(rules.findAll().stream().map(AttributeRule::view).toList());
    }

    @GetMapping("/{name}")
    ResponseEntity<AttributeDefinition> one(@PathVariable String name) {
        AttributeRule found =
                rules.findById(name).orElseThrow(() -> HqProblem.ATTRIBUTE_DEFINITION_NOT_FOUND.problem());
        return ETags.tagged(found.version(), found.view());
    }

    @PutMapping("/{name}")
    ResponseEntity<AttributeDefinition> put(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AttributeDefinitionRequest wanted) {
        NameValidator.checkSame("/name", name, wanted.name());
        AttributeRule saved = service.saveAttribute(wanted.as(name), () -> ETags.expected(ifMatch));
        return ETags.tagged(saved.version(), saved.view());
    }

    /** A complete definition; the name is in the path and may be repeated. */
    record AttributeDefinitionRequest(
            @Nullable String name,
            AttributeDefinition.@Nullable Type type,
            @Nullable List<String> allowedValues,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            @Nullable String unit,
            boolean mandatory) {

        AttributeDefinition as(String pathName) {
            if (type == null) {
                throw Problem.validation("/type", "required", "A value is required");
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
