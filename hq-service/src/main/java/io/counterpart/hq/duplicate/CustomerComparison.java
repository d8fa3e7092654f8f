package io.counterpart.hq.duplicate;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Compares a customer field by field with customers that may be the same.
 *
 * @param number the account number of the customer; null: a new one
 * @param accountNumbers of the others, in the order of the values in each line
 */
public record CustomerComparison(@Nullable String number, List<String> accountNumbers, List<ComparisonRow> lines) {

    /** One field of the customer and all others. */
    public record ComparisonRow(String field, @Nullable String incoming, List<ComparisonValue> candidates) {}

    /**
     * The value of another customer.
     *
     * @param same whether the customer has the same value
     */
    public record ComparisonValue(@Nullable String text, boolean same) {}
}
