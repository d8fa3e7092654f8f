package io.counterpart.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;

/** Rows in columns as wide as their content, for people. */
final class Table {

    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private Table(List<Column> columns) {
        this.columns = columns;
    }

    /** Columns as {@code field} or {@code heading=field.of.an.object}. */
    static Table of(String... columns) {
        return new Table(Arrays.stream(columns).map(Column::of).toList());
    }

    Table add(JsonNode item) {
        rows.add(columns.stream().map(column -> column.of(item)).toList());
        return this;
    }

    @Override
    public String toString() {
        if (rows.isEmpty()) {
            return "Nothing found.\n";
        }
        int[] widths = IntStream.range(0, columns.size()).map(this::width).toArray();
        var text = new StringBuilder(line(columns.stream().map(Column::heading).toList(), widths));
        rows.forEach(row -> text.append(line(row, widths)));
        return text.toString();
    }

    private int width(int column) {
        return Math.max(
                columns.get(column).heading().length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                        .mapToObj(it -> cells.get(it)
                                + " ".repeat(widths[it] - cells.get(it).length()))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing()
                + "\n";
    }

    private record Column(String heading, List<String> path) {

        static Column of(String text) {
            int at = text.indexOf('=');
            String field = text.substring(at + 1);
            String heading = at < 0 ? field.replaceAll("([A-Z])", " $1") : text.substring(0, at);
            return new Column(heading.toUpperCase(java.util.Locale.ROOT), List.of(field.split("\\.")));
        }

        String of(JsonNode item) {
            JsonNode value = item;
            for (String field : path) {
                value = value.path(field);
            }
            return Cells.text(value);
        }
    }
}
