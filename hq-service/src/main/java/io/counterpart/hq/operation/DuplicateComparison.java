package io.counterpart.hq.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Compares a new customer with the existing customers that it may duplicate.
 *
 * @param accountNumbers of the candidates, in the order of the values in each line
 */
record DuplicateComparison(List<String> accountNumbers, List<ComparisonRow> lines) {

    /** One field of the new customer and all candidates. */
    record ComparisonRow(String field, @Nullable String incoming, List<ComparisonValue> candidates) {}

    /**
     * The value of a candidate.
     *
     * @param same whether the new customer has the same value
     */
    record ComparisonValue(@Nullable String text, boolean same) {}
}
