package io.counterpart.hq.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OpenApiCustomizer;

import io.counterpart.contract.operation.OperationBody;

/**
 * Describes the body of an operation as one of its kinds: springdoc omits the values of {@code kind}, without which two
 * kinds with the same fields cannot be distinguished.
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
        for (JsonSubTypes.Type type :
                OperationBody.class.getAnnotation(JsonSubTypes.class).value()) {
            String name = type.value().getSimpleName();
            discriminator.mapping(type.name(), PREFIX + name);
            kinds.add(reference(name));
            schemas.put(name, kind(type.name(), schemas.get(name)));
        }
        Schema<?> body = new JsonSchema();
        body.setOneOf(kinds);
        body.setDiscriminator(discriminator);
        schemas.put("OperationBody", body);
        schemas.get("CustomerOperation").getProperties().put("body", reference("OperationBody"));
    }

    // The fields of the kind itself are the second part of its schema; the first one is the common part.
    @SuppressWarnings("rawtypes")
    private static Schema<?> kind(String kind, Schema<?> described) {
        Schema<?> own = described.getAllOf() == null ? described : described.getAllOf().get(1);
        Schema<Object> name = new JsonSchema();
        name.addType("string");
        name.addEnumItemObject(kind);
        Schema<?> flat = new JsonSchema();
        flat.addType("object");
        flat.addProperty(KIND, name);
        Map<String, Schema> fields = own.getProperties();
        fields.forEach((field, schema) -> {
            flat.addProperty(field, schema);
            flat.addRequiredItem(field);
        });
        flat.addRequiredItem(KIND);
        return flat;
    }

    private static Schema<?> reference(String name) {
        return new JsonSchema().$ref(PREFIX + name);
    }
}
