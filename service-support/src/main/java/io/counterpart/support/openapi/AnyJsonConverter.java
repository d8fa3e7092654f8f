package io.counterpart.support.openapi;

import java.util.Iterator;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Describes a JSON tree as any value, and not by the methods of the class. */
final class AnyJsonConverter implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json31.mapper().constructType(type.getType());
        if (java != null && JsonNode.class.isAssignableFrom(java.getRawClass()) && !hasDescription(type)) {
            return new JsonSchema();
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    // A field whose annotation names another type is described by that type.
    private static boolean hasDescription(AnnotatedType type) {
        return type.getCtxAnnotations() != null
                && Stream.of(type.getCtxAnnotations())
                        .anyMatch(it -> it instanceof io.swagger.v3.oas.annotations.media.Schema);
    }
}
