package io.counterpart.benchmarks.figure;

/**
 * The target values of a metric.
 *
 * @param bar the required value
 * @param goal the ambitious value
 */
public record MetricGoal(Direction better, double bar, double goal) {

    /** Which direction is better. */
    public enum Direction {
        HIGHER("at least"),
        LOWER("at most");

        private final String label;

        Direction(String words) {
            this.label = words;
        }

        String label() {
            return label;
        }
    }

    public static MetricGoal atLeast(double bar, double goal) {
        return new MetricGoal(Direction.HIGHER, bar, goal);
    }

    public static MetricGoal atMost(double bar, double goal) {
        return new MetricGoal(Direction.LOWER, bar, goal);
    }

    GoalResult verdict(double value) {
        if (reaches(value, goal)) {
            return GoalResult.GOAL;
        }
        return reaches(value, bar) ? GoalResult.BAR : GoalResult.MISSED;
    }

    private boolean reaches(double value, double wanted) {
        return better == Direction.HIGHER ? value >= wanted : value <= wanted;
    }
}
