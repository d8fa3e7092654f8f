package io.counterpart.benchmarks.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A chart with one bar per metric, whose length is the ratio to the required value; the line in the middle marks the
 * required value.
 */
final class MetricChart {

    private static final int WIDTH = 1_100;
    private static final int ROW = 26;
    private static final int LEFT = 560;
    private static final int LINE = 720;
    private static final int LONGEST = 330;

    private final Map<String, String> surroundings;
    private final List<Metric> figures;

    MetricChart(Map<String, String> surroundings, List<Metric> figures) {
        this.surroundings = surroundings;
        this.figures = figures.stream().filter(figure -> figure.aim() != null).toList();
    }

    String svg() {
        int top = 40 + 16 * surroundings.size();
        int height = top + ROW * figures.size() + 20;
        var parts = new ArrayList<String>();
        parts.add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\">"
                .formatted(WIDTH, height));
        parts.add("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        parts.add(text(12, 24, 16, "Measured against the bar (line) and the goal (dot); longer is better"));
        int y = 44;
        for (Map.Entry<String, String> each : surroundings.entrySet()) {
            parts.add(text(12, y, 11, each.getKey() + ": " + each.getValue()));
            y += 16;
        }
        for (int i = 0; i < figures.size(); i++) {
            parts.add(row(figures.get(i), top + ROW * i));
        }
        parts.add("<line x1=\"%1$d\" y1=\"%2$d\" x2=\"%1$d\" y2=\"%3$d\" stroke=\"#24292f\"/>"
                .formatted(LINE, top, top + ROW * figures.size()));
        parts.add("</svg>\n");
        return String.join("\n", parts);
    }

    private static String row(Metric figure, int y) {
        MetricGoal aim = java.util.Objects.requireNonNull(figure.aim());
        int length = length(aim, figure.median());
        String value = "%s %s".formatted(NumberFormatter.text(figure.median()), figure.unit());
        return text(12, y + 17, 12, figure.measure() + "  " + figure.what())
                + "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>"
                        .formatted(
                                LEFT, y + 4, length, ROW - 8, figure.verdict().color())
                + "<circle cx=\"%d\" cy=\"%d\" r=\"3\" fill=\"#24292f\"/>"
                        .formatted(LEFT + length(aim, aim.goal()), y + ROW / 2)
                + text(LEFT + length + 8, y + 17, 11, value);
    }

    // The required value is always at the same position; a value three times as good is three times as long, up to the
    // maximum length.
    private static int length(MetricGoal aim, double value) {
        double times =
                aim.better() == MetricGoal.Direction.HIGHER ? value / aim.bar() : aim.bar() / Math.max(value, 1e-9);
        return (int) Math.min(LONGEST, Math.max(1, Math.round(times * (LINE - LEFT))));
    }

    private static String text(int x, int y, int size, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" font-size=\"%d\">%s</text>", x, y, size, escaped);
    }
}
