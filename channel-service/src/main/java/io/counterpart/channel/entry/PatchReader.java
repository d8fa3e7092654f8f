package io.counterpart.channel.entry;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;

/** Reads a patch as strictly as its fields are read elsewhere, and remembers which of them were there. */
final class PatchReader extends ValueDeserializer<Patch<?>> {

    private final @Nullable JavaType values;

    PatchReader() {
        this(null);
    }

    private PatchReader(@Nullable JavaType values) {
        this.values = values;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new PatchReader(context.getContextualType().containedType(0));
    }

    @Override
    public Patch<?> deserialize(JsonParser parser, DeserializationContext context) {
        JsonNode tree = context.readTree(parser);
        if (!tree.isObject() || values == null) {
            return context.reportInputMismatch(Patch.class, "A patch is a JSON object");
        }
        Object read = context.readTreeAsValue(tree, values);
        return new Patch<>(read, Set.copyOf(tree.propertyNames()));
    }
}
