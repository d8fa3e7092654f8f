package io.counterpart.testsupport.authorization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A section of docs/authorization.md: its heading, and a row of cells for each endpoint. */
public final class AuthorizationTable {

    static final Path FILE = Path.of("../docs/authorization.md");

    private final String heading;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    AuthorizationTable(String heading) {
        this.heading = "## " + heading;
    }

    void add(String row, List<String> cells) {
        rows.put(row, cells);
    }

    /** What the committed section says differently, one sentence for each row. */
    Stream<String> differencesToCommitted() {
        List<String> lines = lines();
        List<String> table = lines.subList(start(lines), end(lines));
        if (!table.isEmpty() && !table.get(0).equals(header())) {
            return Stream.of("%s has other columns.".formatted(FILE.getFileName()));
        }
        Map<String, List<String>> committed = table.stream()
                .skip(2)
                .map(AuthorizationTable::cells)
                .collect(Collectors.toMap(
                        cells -> cells.get(0).replace("`", ""), cells -> cells.subList(1, cells.size())));
        Stream<String> wrong = rows.entrySet().stream()
                .filter(row -> !row.getValue().equals(committed.get(row.getKey())))
                .map(row -> committed.containsKey(row.getKey())
                        ? "The row of %s should be %s.".formatted(row.getKey(), row.getValue())
                        : "%s has no row.".formatted(row.getKey()));
        return Stream.concat(
                wrong,
                committed.keySet().stream()
                        .filter(row -> !rows.containsKey(row))
                        .map(row -> "%s has a row, but there is no such endpoint.".formatted(row)));
    }

    /** Replaces the section's table in the file. */
    void write() {
        var lines = new ArrayList<>(lines());
        int start = start(lines);
        int end = end(lines);
        lines.subList(start, end).clear();
        var table = new ArrayList<String>();
        table.add(header());
        table.add("|" + "---|".repeat(2 + TableCaller.values().length));
        rows.forEach((row, cells) -> table.add("| `%s` | %s |".formatted(row, String.join(" | ", cells))));
        if (start == end && start < lines.size()) {
            table.add("");
        }
        lines.addAll(start, table);
        try {
            Files.writeString(FILE, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header() {
        return Stream.concat(
                        Stream.of("Endpoint", "Targets"),
                        Arrays.stream(TableCaller.values()).map(TableCaller::column))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The first line of the table, or the line after the heading's text.
    private int start(List<String> lines) {
        int start = lines.indexOf(heading);
        if (start < 0) {
            throw new IllegalStateException("%s has no heading “%s”.".formatted(FILE, heading));
        }
        do {
            start++;
        } while (start < lines.size()
                && !lines.get(start).startsWith("|")
                && !lines.get(start).startsWith("## "));
        return start;
    }

    private int end(List<String> lines) {
        int end = start(lines);
        while (end < lines.size() && lines.get(end).startsWith("|")) {
            end++;
        }
        return end;
    }
}
