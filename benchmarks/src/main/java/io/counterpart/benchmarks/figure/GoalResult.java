package io.counterpart.benchmarks.figure;

/** The rating of a metric against its goal. */
public enum GoalResult {
    GOAL("goal", "#1a7f37"),
    BAR("bar", "#9a6700"),
    MISSED("no", "#cf222e"),
    /** Reported for information only. */
    NONE("", "#57606a");

    private final String label;
    private final String color;

    GoalResult(String word, String color) {
        this.label = word;
        this.color = color;
    }

    String label() {
        return label;
    }

    String color() {
        return color;
    }
}
