package io.counterpart.hq.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OpenApiCustomizer;

import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.realtime.CreateOrder;

/**
 * Describes the body of an operation as one of its kinds: springdoc omits the values of {@code kind}, without which two
 * kinds with the same fields cannot be distinguished, and mixes up the two types with the name {@code CreateOrder}.
 */
final class OperationBodySchema implements OpenApiCustomizer {

    private static final String KIND = "kind";
    private static final String PREFIX = "#/components/schemas/";

    // swagger-models uses the raw type.
    @SuppressWarnings("rawtypes")
    @Override
    public void customise(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        var discriminator = new Discriminator().propertyName(KIND);
        List<Schema> kinds = new ArrayList<>();
        JsonSubTypes types = Objects.requireNonNull(OperationBody.class.getAnnotation(JsonSubTypes.class));
        for (JsonSubTypes.Type type : types.value()) {
            String name = type.value().getSimpleName();
            schemas.remove(name);
            schemas.put(name + "Body", kind(type.name(), read(type.value())));
            discriminator.mapping(type.name(), PREFIX + name + "Body");
            kinds.add(reference(name + "Body"));
        }
        schemas.put("CreateOrder", read(CreateOrder.class));
        Schema<?> body = new JsonSchema();
        body.setOneOf(kinds);
        body.setDiscriminator(discriminator);
        schemas.put("OperationBody", body);
        Schema<?> operation = Objects.requireNonNull(schemas.get("CustomerOperation"));
        operation.getProperties().put("body", reference("OperationBody"));
    }

    @SuppressWarnings("rawtypes")
    private static Schema<?> read(Class<?> type) {
        Map<String, Schema> read = ModelConverters.getInstance(true).readAll(new AnnotatedType(type));
        return Objects.requireNonNull(read.get(type.getSimpleName()));
    }

    // The fields of the kind itself are the second part of its schema; the first one is the common part.
    @SuppressWarnings("rawtypes")
    private static Schema<?> kind(String kind, Schema<?> described) {
        Schema<?> own =
                described.getAllOf() == null ? described : described.getAllOf().get(1);
        Schema<Object> name = new JsonSchema();
        name.addType("string");
        name.addEnumItemObject(kind);
        Schema<?> flat = new JsonSchema();
        flat.addType("object");
        Map<String, Schema> fields = own.getProperties();
        fields.forEach((field, schema) -> {
            flat.addProperty(field, schema);
            flat.addRequiredItem(field);
        });
        flat.addProperty(KIND, name);
        flat.addRequiredItem(KIND);
        return flat;
    }

    private static Schema<?> reference(String name) {
        return new JsonSchema().$ref(PREFIX + name);
    }
}
