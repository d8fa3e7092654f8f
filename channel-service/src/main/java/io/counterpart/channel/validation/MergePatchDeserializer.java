package io.counterpart.channel.validation;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;

/** Reads a patch as strictly as its fields are read elsewhere, and records which of them are present. */
final class MergePatchDeserializer extends ValueDeserializer<MergePatch<?>> {

    private final @Nullable JavaType values;

    MergePatchDeserializer() {
        this(null);
    }

    private MergePatchDeserializer(@Nullable JavaType values) {
        this.values = values;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new MergePatchDeserializer(context.getContextualType().containedType(0));
    }

    @Override
    public MergePatch<?> deserialize(JsonParser parser, DeserializationContext context) {
        JsonNode tree = context.readTree(parser);
        if (!tree.isObject() || values == null) {
            return context.reportInputMismatch(MergePatch.class, "A merge patch must be a JSON object");
        }
        Object read = context.readTreeAsValue(tree, values);
        return new MergePatch<>(read, Set.copyOf(tree.propertyNames()));
    }
}
