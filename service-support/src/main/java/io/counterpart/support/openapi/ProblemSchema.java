package io.counterpart.support.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.OpenApiCustomizer;

import io.counterpart.support.problem.ProblemView;

/** Defines the schema of problems, which no controller returns by its signature. */
final class ProblemSchema implements OpenApiCustomizer {

    static final String NAME = "ProblemView";

    @Override
    public void customise(OpenAPI api) {
        ModelConverters.getInstance(true)
                .readAll(new AnnotatedType(ProblemView.class))
                .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
    }
}
