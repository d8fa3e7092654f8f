package io.counterpart.hq.statistics;

import java.time.Instant;
import java.util.List;

import io.counterpart.hq.page.PageMessage;

/**
 * A chart with its values as a table.
 *
 * @param id unique on its page
 * @param unit what is measured, and for how long a period
 * @param lines those that have values
 */
record LineChart(
        String id,
        String title,
        PageMessage unit,
        String description,
        ValueScale scale,
        TimeAxis times,
        List<Line> lines,
        List<String> columns,
        List<Row> rows) {

    /**
     * One line.
     *
     * @param style its color and dashes
     * @param path as SVG has it, interrupted where a value is missing
     */
    record Line(String style, String label, String path) {}

    /** A row of the table, with a formatted value for each column. */
    record Row(Instant at, List<String> values) {}
}
