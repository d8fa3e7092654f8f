package io.counterpart.benchmarks.figure;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One metric with the values of all its runs.
 *
 * @param measure its benchmark id: {@code P3}
 * @param aim null: there is no goal, the metric is reported for information
 * @param values in the order in which they were measured; at least one
 */
public record Metric(
        String measure, String what, String unit, @Nullable MetricGoal aim, List<Double> values) {

    public Metric {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("%s, %s: no value".formatted(measure, what));
        }
    }

    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public double lowest() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    public double highest() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    public GoalResult verdict() {
        return aim == null ? GoalResult.NONE : aim.verdict(median());
    }
}
