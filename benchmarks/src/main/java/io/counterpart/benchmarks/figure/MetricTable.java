package io.counterpart.benchmarks.figure;

import java.util.List;

/** Formats the metrics as a table that is readable in a terminal and in Markdown. */
public final class MetricTable {

    private static final String ROW = "| %-3s | %-66s | %9s %-12s | %-17s | %2s | %-9s | %-9s | %-4s |%n";

    private MetricTable() {}

    public static String of(List<Metric> figures) {
        var text = new StringBuilder(
                ROW.formatted("#", "measure", "median", "", "lowest..highest", "n", "bar", "goal", "met"));
        text.append("|-----|").append("-".repeat(68)).append("|------------------------|-------------------|----|");
        text.append("-----------|-----------|------|%n".formatted());
        figures.forEach(figure -> text.append(row(figure)));
        return text.toString();
    }

    private static String row(Metric figure) {
        MetricGoal aim = figure.aim();
        return ROW.formatted(
                figure.measure(),
                figure.what(),
                NumberFormatter.text(figure.median()),
                figure.unit(),
                figure.values().size() == 1
                        ? ""
                        : NumberFormatter.text(figure.lowest()) + ".." + NumberFormatter.text(figure.highest()),
                figure.values().size(),
                aim == null ? "" : NumberFormatter.text(aim.bar()),
                aim == null ? "" : NumberFormatter.text(aim.goal()),
                figure.verdict().label());
    }
}
