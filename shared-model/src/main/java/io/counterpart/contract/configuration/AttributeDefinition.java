package io.counterpart.contract.configuration;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What values an attribute of a customer may take.
 *
 * @param allowedValues of a text with a fixed list; empty: any text
 * @param unit of a number, for people to read
 */
public record AttributeDefinition(
        String name,
        Type type,
        List<String> allowedValues,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        @Nullable String unit,
        boolean mandatory) {

    /** The kinds of values. */
    public enum Type {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        CURRENCY
    }
}
