package io.counterpart.channel.validation;

import java.util.Iterator;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Describes a merge patch in the OpenAPI document by the patched type: the set of present fields is an internal detail.
 */
@Component
final class MergePatchModelConverter implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json31.mapper().constructType(type.getType());
        if (java != null && java.hasRawClass(MergePatch.class)) {
            // From the start of the chain, so that the converters before this one see the patched type.
            return context.resolve(new AnnotatedType(java.containedType(0))
                    .resolveAsRef(true)
                    .ctxAnnotations(type.getCtxAnnotations()));
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }
}
