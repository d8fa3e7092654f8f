package io.counterpart.hq.master;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.configuration.AttributeDefinition;

import static io.counterpart.hq.master.OperationRejectedException.when;

/**
 * The valid groups, affiliations and attributes of customers, and the duplicate policy; without definitions, every
 * value is valid.
 *
 * @param customerGroups by name, the financial dimensions of new customers of the group
 */
public record ReferenceData(
        Map<String, Map<String, Object>> customerGroups,
        Set<String> affiliations,
        Map<String, AttributeDefinition> attributes,
        DuplicateMode duplicates) {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    public static final ReferenceData NONE = new ReferenceData(Map.of(), Set.of(), Map.of());

    ReferenceData(
            Map<String, Map<String, Object>> customerGroups,
            Set<String> affiliations,
            Map<String, AttributeDefinition> attributes) {
        this(customerGroups, affiliations, attributes, DuplicateMode.OFF);
    }

    Map<String, Object> dimensionsOf(@Nullable String group) {
        return group == null ? Map.of() : customerGroups.getOrDefault(group, Map.of());
    }

    void checkGroup(@Nullable String group) {
        when(
                group != null && !customerGroups.isEmpty() && !customerGroups.containsKey(group),
                "unknown-customer-group",
                "Customer group “%s” doesn’t exist.".formatted(group));
    }

    void checkAffiliations(Collection<String> names) {
        for (String name : names) {
            when(
                    !affiliations.isEmpty() && !affiliations.contains(name),
                    "unknown-affiliation",
                    "Affiliation “%s” doesn’t exist.".formatted(name));
        }
    }

    void checkAttribute(String name, @Nullable Object value) {
        if (attributes.isEmpty()) {
            return;
        }
        AttributeDefinition definition = attributes.get(name);
        when(definition == null, "unknown-attribute", "Attribute “%s” doesn’t exist.".formatted(name));
        if (definition != null && value != null) {
            check(definition, value);
        }
    }

    private static void check(AttributeDefinition definition, Object value) {
        boolean fits = switch (definition.type()) {
            case TEXT -> value instanceof String text && isAllowed(definition, text);
            case BOOLEAN -> value instanceof Boolean;
            case INTEGER -> value instanceof Number number && isWhole(number) && isInRange(definition, decimal(number));
            case DECIMAL, CURRENCY -> isDecimal(value) && isInRange(definition, new BigDecimal(value.toString()));
        };
        if (!fits) {
            throw OperationRejectedException.of(
                    definition.name(),
                    "invalid-attribute-value",
                    "Attribute “%s” doesn’t accept this value.".formatted(definition.name()));
        }
    }

    private static boolean isAllowed(AttributeDefinition definition, String text) {
        return definition.allowedValues() == null
                || definition.allowedValues().isEmpty()
                || definition.allowedValues().contains(text);
    }

    // Currency amounts are sent as text, so that no program converts them to a binary fraction.
    private static boolean isDecimal(Object value) {
        return value instanceof Number
                || (value instanceof String text && DECIMAL.matcher(text).matches());
    }

    private static boolean isWhole(Number number) {
        return decimal(number).stripTrailingZeros().scale() <= 0;
    }

    private static boolean isInRange(AttributeDefinition definition, BigDecimal value) {
        BigDecimal minimum = definition.minimum();
        BigDecimal maximum = definition.maximum();
        return (minimum == null || value.compareTo(minimum) >= 0) && (maximum == null || value.compareTo(maximum) <= 0);
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }
}
