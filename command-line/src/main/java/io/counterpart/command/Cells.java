package io.counterpart.command;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/** Values of the API as text. */
final class Cells {

    private Cells() {}

    /** One line without control characters, which could move the cursor of a terminal; empty for null. */
    static String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(Cells::text)
                    .collect(Collectors.joining(", "));
        }
        String text = value.isValueNode() ? value.asString() : value.toString();
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** A cell of a CSV file. A spreadsheet would evaluate a cell that begins like a formula. */
    static String csv(JsonNode value) {
        String text = text(value);
        String safe = !value.isNumber() && text.matches("[=+@\\-].*") ? "'" + text : text;
        return safe.matches(".*[\",].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
