package io.counterpart.testsupport.schema;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;

/** The formats of texts in schemas. */
final class Formats {

    private Formats() {}

    static boolean isValid(String format, String text) {
        try {
            return switch (format) {
                case "uuid" -> UUID.fromString(text).toString().equalsIgnoreCase(text);
                case "date-time" -> !OffsetDateTime.parse(text).equals(OffsetDateTime.MIN);
                default -> true;
            };
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return false;
        }
    }
}
