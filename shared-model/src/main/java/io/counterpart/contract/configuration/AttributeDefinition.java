package io.counterpart.contract.configuration;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The definition of an attribute of a customer: its type and its allowed values.
 *
 * @param allowedValues the fixed list of values of a text attribute; empty: any text
 * @param unit the unit of a number, for display
 */
public record AttributeDefinition(
        String name,
        Type type,
        List<String> allowedValues,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        @Nullable String unit,
        boolean mandatory) {

    /** The types of values. */
    public enum Type {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        CURRENCY
    }
}
