package io.counterpart.hq.statistics;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/** The vertical axis of a chart: from zero to a round value, with labels at the bottom, in the middle and at the top. */
record ValueScale(double top, List<GridLine> lines) {

    static final int TOP = 10;
    static final int BOTTOM = 206;

    private static final int DAY = 86_400;

    // Half of each is a whole number of one unit too.
    private static final double[] SECONDS = {
        0.1, 0.2, 0.4, 1, 2, 4, 10, 20, 40, 120, 240, 600, 1_200, 3_600, 7_200, 14_400, 43_200, DAY
    };

    static ValueScale ofCounts(double highest, DoubleFunction<String> label) {
        double power = 1;
        while (power * 4 < highest) {
            power *= 10;
        }
        double top = DoubleStream.of(power / 5, power * 2 / 5, power, power * 2, power * 4)
                .filter(it -> it >= 2 && it >= highest)
                .findFirst()
                .orElse(2);
        return of(top, label);
    }

    static ValueScale ofSeconds(double highest, DoubleFunction<String> label) {
        double top = DoubleStream.of(SECONDS)
                .filter(it -> it >= highest)
                .findFirst()
                .orElse(Math.ceil(highest / (2 * DAY)) * 2 * DAY);
        return of(top, label);
    }

    private static ValueScale of(double top, DoubleFunction<String> label) {
        return new ValueScale(
                top,
                DoubleStream.of(0, top / 2, top)
                        .mapToObj(it -> new GridLine(y(it, top), label.apply(it)))
                        .toList());
    }

    double y(double value) {
        return y(value, top);
    }

    private static double y(double value, double top) {
        return Math.round(10 * (BOTTOM - (BOTTOM - TOP) * value / top)) / 10.0;
    }

    /** A horizontal line with its value. */
    record GridLine(double y, String label) {}
}
