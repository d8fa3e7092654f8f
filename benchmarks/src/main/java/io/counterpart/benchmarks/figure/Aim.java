package io.counterpart.benchmarks.figure;

/**
 * What a figure is held against.
 *
 * @param bar what must be reached
 * @param goal what would be a record
 */
public record Aim(Better better, double bar, double goal) {

    /** Which way is better. */
    public enum Better {
        HIGHER("at least"),
        LOWER("at most");

        private final String words;

        Better(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    public static Aim atLeast(double bar, double goal) {
        return new Aim(Better.HIGHER, bar, goal);
    }

    public static Aim atMost(double bar, double goal) {
        return new Aim(Better.LOWER, bar, goal);
    }

    Verdict verdict(double value) {
        if (reaches(value, goal)) {
            return Verdict.GOAL;
        }
        return reaches(value, bar) ? Verdict.BAR : Verdict.MISSED;
    }

    private boolean reaches(double value, double wanted) {
        return better == Better.HIGHER ? value >= wanted : value <= wanted;
    }
}
