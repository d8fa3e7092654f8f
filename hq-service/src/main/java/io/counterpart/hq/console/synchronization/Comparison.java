package io.counterpart.hq.console.synchronization;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Somebody new beside the customers whom they may be.
 *
 * @param accountNumbers of the candidates, in the order of the values in each line
 */
record Comparison(List<String> accountNumbers, List<Line> lines) {

    /** One field of all of them. */
    record Line(String field, @Nullable String incoming, List<Value> candidates) {}

    /**
     * The value of a candidate.
     *
     * @param same whether somebody new has the same one
     */
    record Value(@Nullable String text, boolean same) {}
}
