package io.counterpart.support.openapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Describes a response that some callers receive with fewer fields: only the fields of both forms are required. Two
 * schemas for one response would force every generated client to distinguish them.
 */
public final class ReducedForm implements OpenApiCustomizer {

    private final Class<?> complete;
    private final Class<?> reduced;

    public ReducedForm(Class<?> complete, Class<?> reduced) {
        this.complete = complete;
        this.reduced = reduced;
    }

    // swagger-models uses the raw type.
    @SuppressWarnings("rawtypes")
    @Override
    public void customise(OpenAPI api) {
        Map<String, Schema> read = ModelConverters.getInstance(true).readAll(new AnnotatedType(reduced));
        Schema<?> form = Objects.requireNonNull(read.get(reduced.getSimpleName()));
        Schema<?> schema =
                Objects.requireNonNull(api.getComponents().getSchemas().get(complete.getSimpleName()));
        List<String> common = schema.getRequired().stream()
                .filter(form.getRequired()::contains)
                .toList();
        schema.setRequired(common);
    }
}
