package io.counterpart.hq.page;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Formats rows of CSV files for spreadsheets. */
public final class CsvRow {

    private CsvRow() {}

    /** A row with its line end; null is an empty cell. */
    public static String of(@Nullable Object... values) {
        return Arrays.stream(values).map(CsvRow::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    // Prevents formula injection: a spreadsheet would evaluate a cell that starts like a formula.
    static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        String safe = text.matches("(?s)[=+@\\-\\t\\r\\n].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\t\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
