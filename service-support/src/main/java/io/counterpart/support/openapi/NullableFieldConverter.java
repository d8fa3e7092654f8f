package io.counterpart.support.openapi;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Marks the fields that may be null in an OpenAPI document: those whose record component is {@link Nullable}. All others
 * are required, except lists that are omitted if they are empty. The compiler checks the code against the same
 * annotations.
 */
final class NullableFieldConverter implements ModelConverter {

    private static final String NULL = "null";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        JavaType java = Json31.mapper().constructType(type.getType());
        if (resolved != null && java != null && java.getRawClass().isRecord()) {
            Schema<?> model = resolved.get$ref() == null ? resolved : modelOf(resolved, context);
            if (model != null && model.getProperties() != null) {
                mark(model, java.getRawClass());
            }
        }
        return resolved;
    }

    private static @Nullable Schema<?> modelOf(Schema<?> reference, ModelConverterContext context) {
        String ref = reference.get$ref();
        return context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1));
    }

    private static void mark(Schema<?> model, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                mark(model, component.getType());
            } else if (model.getProperties().containsKey(component.getName())) {
                mark(model, component);
            }
        }
    }

    private static void mark(Schema<?> model, RecordComponent component) {
        if (isOmittedIfEmpty(component)) {
            return;
        }
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            List<String> required = model.getRequired();
            if (required == null || !required.contains(component.getName())) {
                model.addRequiredItem(component.getName());
            }
        } else {
            model.getProperties().computeIfPresent(component.getName(), (name, property) -> nullable(property));
        }
    }

    private static boolean isOmittedIfEmpty(RecordComponent component) {
        JsonInclude include = component.getDeclaringRecord().getAnnotation(JsonInclude.class);
        return include != null
                && include.value() == JsonInclude.Include.NON_EMPTY
                && Collection.class.isAssignableFrom(component.getType());
    }

    private static Schema<?> nullable(Schema<?> property) {
        if (property.get$ref() != null) {
            Schema<?> nothing = new JsonSchema();
            nothing.addType(NULL);
            Schema<Object> either = new JsonSchema();
            either.setOneOf(new ArrayList<>(List.of(property, nothing)));
            return either;
        }
        if (property.getTypes() != null && !property.getTypes().contains(NULL)) {
            property.addType(NULL);
            if (property.getEnum() != null && !property.getEnum().contains(null)) {
                property.addEnumItemObject(null);
            }
        }
        return property;
    }
}
