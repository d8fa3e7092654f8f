package io.counterpart.support.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Describes a type that no controller returns by its signature, so that the API description would not contain it. */
public final class AdditionalSchema implements OpenApiCustomizer {

    private final Class<?> type;

    public AdditionalSchema(Class<?> type) {
        this.type = type;
    }

    @Override
    public void customise(OpenAPI api) {
        ModelConverters.getInstance(true)
                .readAll(new AnnotatedType(type))
                .forEach((name, schema) -> api.getComponents().getSchemas().putIfAbsent(name, schema));
    }
}
