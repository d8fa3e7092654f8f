package io.counterpart.channel.validation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Limits;
import io.counterpart.contract.configuration.AttributeDefinition;
import io.counterpart.contract.configuration.GlobalConfiguration;
import io.counterpart.contract.validation.ValueRules;
import io.counterpart.support.problem.FieldErrors;

/** Validates the attributes of an entry by their definitions: type and bounds. */
final class AttributesValidator {

    // More digits than any price or size needs, and fewer than PostgreSQL's JSON can store.
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final int MOST_DIGITS = 30;

    private final FieldErrors faults;
    private final String at;
    private final List<AttributeDefinition> definitions;
    private final boolean acceptsAny;
    private final Map<String, Object> had;

    /**
     * @param at pointer to the attributes
     * @param had existing attributes of the customer: an unchanged one need not match a changed definition
     */
    // Without any 1110 data the channel accepts every attribute; HQ validates again.
    AttributesValidator(FieldErrors faults, String at, @Nullable GlobalConfiguration global, Map<String, Object> had) {
        this.faults = faults;
        this.at = at;
        this.had = had;
        this.definitions = global == null ? List.of() : global.attributes();
        this.acceptsAny = global == null;
    }

    Map<String, Object> check(@Nullable Map<String, @Nullable Object> entries) {
        var attributes = new LinkedHashMap<String, Object>();
        if (entries != null && entries.size() > Limits.ATTRIBUTES) {
            faults.add(at, "too-many", "Too many attributes (limit %d).".formatted(Limits.ATTRIBUTES));
            return Map.of();
        }
        if (entries != null) {
            entries.forEach((name, value) -> {
                if (value != null && (value.equals(had.get(name)) || accepts(name, value))) {
                    attributes.put(name, value);
                }
            });
        }
        definitions.stream()
                .filter(definition -> definition.mandatory() && !attributes.containsKey(definition.name()))
                .forEach(definition -> fault(definition.name(), "required", "The attribute is required."));
        return attributes;
    }

    private boolean accepts(String name, Object value) {
        if (name.isBlank() || name.length() > Limits.ATTRIBUTE_NAME || ValueRules.hasUnprintable(name)) {
            return fault(name, "unknown-attribute", "The attribute does not exist.");
        }
        if (value instanceof String text && !isValidText(name, text)) {
            return false;
        }
        if (value instanceof Number number && !isValidNumber(number)) {
            return fault(name, "out-of-bounds", "The number has too many digits.");
        }
        AttributeDefinition definition = definitions.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
        if (definition == null) {
            return (isScalar(value) && acceptsAny) || fault(name, "unknown-attribute", "The attribute does not exist.");
        }
        return matchesType(definition, value);
    }

    private boolean matchesType(AttributeDefinition definition, Object value) {
        String name = definition.name();
        return switch (definition.type()) {
            case TEXT ->
                value instanceof String text
                        ? isInList(definition, text)
                        : fault(name, "wrong-type", "The attribute must be a string.");
            case BOOLEAN ->
                value instanceof Boolean || fault(name, "wrong-type", "The attribute must be true or false.");
            case INTEGER ->
                value instanceof Number number
                        ? isWhole(definition, number) && withinBounds(definition, number)
                        : fault(name, "wrong-type", "The attribute must be a whole number.");
            case DECIMAL, CURRENCY -> {
                Number number = value instanceof String text ? written(text) : value instanceof Number it ? it : null;
                yield number == null
                        ? fault(name, "wrong-type", "The attribute must be a number, such as 19.90 or \"19.90\".")
                        : withinBounds(definition, number);
            }
        };
    }

    // Amounts arrive as text, so that no program on the way converts them to a binary fraction.
    private static @Nullable Number written(String text) {
        return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    private boolean isWhole(AttributeDefinition definition, Number value) {
        return decimal(value).stripTrailingZeros().scale() <= 0
                || fault(definition.name(), "wrong-type", "The attribute must be a whole number.");
    }

    private boolean isInList(AttributeDefinition definition, String text) {
        return definition.allowedValues().isEmpty()
                || definition.allowedValues().contains(text)
                || fault(
                        definition.name(),
                        "unknown-value",
                        "The value is not one of the allowed values of the attribute.");
    }

    private boolean withinBounds(AttributeDefinition definition, Number value) {
        boolean within = (definition.minimum() == null || decimal(value).compareTo(definition.minimum()) >= 0)
                && (definition.maximum() == null || decimal(value).compareTo(definition.maximum()) <= 0);
        return within || fault(definition.name(), "out-of-bounds", "The number is outside the range of the attribute.");
    }

    private boolean isValidText(String name, String text) {
        if (ValueRules.hasUnprintable(text)) {
            return fault(name, "control-character", "The text contains a control character.");
        }
        return text.length() <= Limits.ATTRIBUTE_VALUE
                || fault(name, "too-long", "The text is longer than %d characters.".formatted(Limits.ATTRIBUTE_VALUE));
    }

    private static boolean isValidNumber(Number number) {
        BigDecimal decimal = decimal(number);
        return decimal.precision() <= MOST_DIGITS && Math.abs(decimal.scale()) <= MOST_DIGITS;
    }

    private static boolean isScalar(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    // Returns false, so that a check can end with it.
    private boolean fault(String name, String code, String detail) {
        String escaped = name.replace("~", "~0").replace("/", "~1");
        faults.add(at + "/" + escaped, code, detail);
        return false;
    }
}
