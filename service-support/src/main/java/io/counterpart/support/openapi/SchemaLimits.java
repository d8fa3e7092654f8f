package io.counterpart.support.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Adds the limits of values to schemas, from the constants that the validation uses. A schema or field that does not
 * exist is an error, so that a renamed field does not lose its limit.
 */
public final class SchemaLimits implements OpenApiCustomizer {

    private final List<String> schemas;
    private final List<Limit> limits = new ArrayList<>();
    private final List<String> required = new ArrayList<>();

    private SchemaLimits(List<String> schemas) {
        this.schemas = schemas;
    }

    public static SchemaLimits of(String... schemas) {
        return new SchemaLimits(List.of(schemas));
    }

    public SchemaLimits text(String field, int longest) {
        return add(field, schema -> schema.setMaxLength(longest));
    }

    public SchemaLimits text(String field, int longest, String pattern) {
        return add(field, schema -> {
            schema.setMaxLength(longest);
            schema.setPattern(pattern);
        });
    }

    public SchemaLimits pattern(String field, String pattern) {
        return add(field, schema -> schema.setPattern(pattern));
    }

    public SchemaLimits items(String field, int most) {
        return add(field, schema -> schema.setMaxItems(most));
    }

    /** A list of texts. */
    public SchemaLimits texts(String field, int longest) {
        return add(field, schema -> schema.getItems().setMaxLength(longest));
    }

    public SchemaLimits properties(String field, int most) {
        return add(field, schema -> schema.setMaxProperties(most));
    }

    public SchemaLimits range(String field, long least, long most) {
        return add(field, schema -> {
            schema.setMinimum(BigDecimal.valueOf(least));
            schema.setMaximum(BigDecimal.valueOf(most));
        });
    }

    /** A text with one of these values. */
    public SchemaLimits values(String field, List<String> values) {
        return add(field, schema -> setValues(schema, values));
    }

    /** Fields that the validation requires, although their type permits null so that it can report them. */
    public SchemaLimits required(String... fields) {
        required.addAll(List.of(fields));
        return this;
    }

    private SchemaLimits add(String field, Consumer<Schema<?>> limit) {
        limits.add(new Limit(field, limit));
        return this;
    }

    @Override
    public void customise(OpenAPI api) {
        for (String name : schemas) {
            Schema<?> schema = api.getComponents().getSchemas().get(name);
            if (schema == null) {
                throw new IllegalStateException("No schema " + name);
            }
            required.forEach(field -> require(name, schema, field));
            limits.forEach(limit -> limit.change().accept(property(name, schema, limit.field())));
        }
    }

    private static Schema<?> property(String name, Schema<?> schema, String field) {
        Schema<?> property = schema.getProperties().get(field);
        if (property == null) {
            throw new IllegalStateException("No field " + field + " in the schema " + name);
        }
        return property;
    }

    private static void require(String name, Schema<?> schema, String field) {
        Schema<?> property = property(name, schema, field);
        if (property.getOneOf() != null) {
            schema.getProperties().put(field, property.getOneOf().get(0));
        } else if (property.getTypes() != null) {
            var types = new LinkedHashSet<>(property.getTypes());
            types.remove("null");
            property.setTypes(types);
        }
        if (property.getEnum() != null) {
            setValues(
                    property,
                    property.getEnum().stream().filter(Objects::nonNull).toList());
        }
        schema.addRequiredItem(field);
    }

    // The type of the values is not known to the caller.
    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void setValues(Schema schema, List<?> values) {
        schema.setEnum(values);
    }

    /** The limit of one field. */
    private record Limit(String field, Consumer<Schema<?>> change) {}
}
