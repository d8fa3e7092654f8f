package io.counterpart.channel.entry;

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
        AnnotatedType described = java != null && java.hasRawClass(MergePatch.class)
                ? new AnnotatedType(java.containedType(0)).resolveAsRef(true).ctxAnnotations(type.getCtxAnnotations())
                : type;
        return chain.hasNext() ? chain.next().resolve(described, context, chain) : null;
    }
}
