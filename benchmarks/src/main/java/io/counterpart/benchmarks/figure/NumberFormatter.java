package io.counterpart.benchmarks.figure;

import java.util.Locale;

/** Formats numbers with their significant digits. */
final class NumberFormatter {

    private NumberFormatter() {}

    static String text(double value) {
        double size = Math.abs(value);
        if (size >= 1_000) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
