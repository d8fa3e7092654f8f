package io.counterpart.hq.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Somebody new beside the customers whom they may be.
 *
 * @param accountNumbers of the candidates, in the order of the values in each line
 */
record DuplicateComparison(List<String> accountNumbers, List<ComparisonRow> lines) {

    /** One field of all of them. */
    record ComparisonRow(String field, @Nullable String incoming, List<ComparisonValue> candidates) {}

    /**
     * The value of a candidate.
     *
     * @param same whether somebody new has the same one
     */
    record ComparisonValue(@Nullable String text, boolean same) {}
}
