package io.counterpart.hq.customerfile;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.validation.ValueRules;
import io.counterpart.support.web.StrictUuid;

/** The values of a record by the field of a customer; a cell of CSV is a text, which is read as the field requires. */
final class RowFields {

    private static final Set<String> TRUE = Set.of("true", "yes", "y", "1");
    private static final Set<String> FALSE = Set.of("false", "no", "n", "0");

    private final Map<String, Object> values = new HashMap<>();
    private final boolean cells;

    private RowFields(boolean cells) {
        this.cells = cells;
    }

    static RowFields of(FileRecord row, List<String> columns, Map<String, String> mapping) {
        var fields = new RowFields(true);
        if (row.values().size() != columns.size()) {
            throw new RowRejectedException(
                    null,
                    "wrong-number-of-cells",
                    "The line has %d cells and the header %d."
                            .formatted(row.values().size(), columns.size()));
        }
        for (int i = 0; i < columns.size(); i++) {
            fields.put(mapping.get(columns.get(i)), row.values().get(i));
        }
        return fields;
    }

    static RowFields of(Map<String, Object> json, Map<String, String> mapping) {
        var fields = new RowFields(false);
        json.forEach((name, value) -> fields.put(mapping.get(name), value));
        return fields;
    }

    private void put(@Nullable String field, @Nullable Object value) {
        if (field == null || value == null) {
            return;
        }
        Object clean = value instanceof String text ? clean(text) : value;
        if (clean instanceof List<?> texts) {
            texts.forEach(text -> requirePrintable(field, text.toString()));
        } else {
            requirePrintable(field, clean.toString());
        }
        if (!clean.toString().isEmpty()) {
            values.put(field, clean);
        }
    }

    // Exports for spreadsheets begin a cell that looks like a formula with an apostrophe.
    private String clean(String text) {
        String stripped = text.strip();
        boolean escaped =
                cells && stripped.length() > 1 && stripped.charAt(0) == '\'' && "=+@-".indexOf(stripped.charAt(1)) >= 0;
        return escaped ? stripped.substring(1) : stripped;
    }

    static void requirePrintable(String field, String text) {
        if (ValueRules.hasUnprintable(text)) {
            throw new RowRejectedException(field, "control-character", "The text contains a control character.");
        }
    }

    Set<String> names() {
        return values.keySet();
    }

    boolean has(String field) {
        return values.containsKey(field);
    }

    @Nullable String text(String field) {
        Object value = values.get(field);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new RowRejectedException(field, "invalid-value", "The value must be a text in quotation marks.");
    }

    /** A value of an attribute; a cell is read as the definition requires, if there is one. */
    @Nullable Object value(String field) {
        return values.get(field);
    }

    boolean flag(String field) {
        Object value = values.get(field);
        String text = value == null ? "false" : value.toString().toLowerCase(Locale.ROOT);
        if (value instanceof List<?> || !(TRUE.contains(text) || FALSE.contains(text))) {
            throw new RowRejectedException(field, "invalid-value", "The value must be true or false.");
        }
        return TRUE.contains(text);
    }

    @Nullable Boolean choice(String field) {
        return has(field) ? (Boolean) flag(field) : null;
    }

    <E extends Enum<E>> @Nullable E choice(String field, Class<E> type) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        String name = text.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RowRejectedException(
                        field,
                        "invalid-value",
                        "The value must be one of %s.".formatted(Arrays.toString(type.getEnumConstants()))));
    }

    @Nullable UUID uuid(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        if (!StrictUuid.matches(text)) {
            throw new RowRejectedException(field, "invalid-value", "The value must be a UUID.");
        }
        return UUID.fromString(text);
    }

    /** A point in time, or a date, which begins at midnight UTC. */
    @Nullable Instant time(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new RowRejectedException(
                    field, "invalid-value", "The value must be a date, such as 2020-12-31, or a time in UTC.");
        }
    }

    List<String> list(String field, String separator) {
        Object value = values.get(field);
        if (value instanceof List<?> texts) {
            return texts.stream().map(Object::toString).distinct().toList();
        }
        String text = text(field);
        return text == null
                ? List.of()
                : Arrays.stream(text.split(Pattern.quote(separator), -1))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .distinct()
                        .toList();
    }

    static BigDecimal decimal(String field, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new RowRejectedException(field, "invalid-value", "The value must be a number, such as 12.5.");
        }
    }
}
