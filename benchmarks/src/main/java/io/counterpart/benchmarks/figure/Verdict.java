package io.counterpart.benchmarks.figure;

/** How a figure stands to its aim. */
public enum Verdict {
    GOAL("goal", "#1a7f37"),
    BAR("bar", "#9a6700"),
    MISSED("no", "#cf222e"),
    /** Said for information. */
    NONE("", "#57606a");

    private final String word;
    private final String color;

    Verdict(String word, String color) {
        this.word = word;
        this.color = color;
    }

    String word() {
        return word;
    }

    String color() {
        return color;
    }
}
