package io.counterpart.messaging.bulk;

import java.time.Instant;
import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * Rows for one table in the text format of COPY. Values are written with {@code toString} and parsed by PostgreSQL as
 * the type of the column; null is null, a collection of strings is an array.
 */
public final class CopyRows {

    private final String statement;
    private final int columns;
    private final StringBuilder text = new StringBuilder(8192);
    private Instant lastInstant = Instant.EPOCH;
    private String lastInstantText = Instant.EPOCH.toString();
    private int rows;

    private CopyRows(String statement, int columns) {
        this.statement = statement;
        this.columns = columns;
    }

    public static CopyRows into(String table, String... columns) {
        return new CopyRows("copy %s (%s) from stdin".formatted(table, String.join(", ", columns)), columns.length);
    }

    public CopyRows row(@Nullable Object... values) {
        if (values.length != columns) {
            throw new IllegalArgumentException(
                    "%d values for %d columns: %s".formatted(values.length, columns, statement));
        }
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            append(values[i]);
        }
        text.append('\n');
        rows++;
        return this;
    }

    public int size() {
        return rows;
    }

    public boolean isEmpty() {
        return rows == 0;
    }

    String statement() {
        return statement;
    }

    String text() {
        return text.toString();
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof Collection<?> array) {
            escape(arrayLiteral(array));
        } else if (value instanceof Instant instant) {
            text.append(text(instant));
        } else {
            escape(value.toString());
        }
    }

    // All rows of a transaction usually have the same timestamp, so the text of the last one is cached.
    private String text(Instant instant) {
        if (!instant.equals(lastInstant)) {
            lastInstant = instant;
            lastInstantText = instant.toString();
        }
        return lastInstantText;
    }

    private static String arrayLiteral(Collection<?> array) {
        var literal = new StringBuilder("{");
        for (Object element : array) {
            if (literal.length() > 1) {
                literal.append(',');
            }
            literal.append(element == null ? "NULL" : quoted(element.toString()));
        }
        return literal.append('}').toString();
    }

    private static String quoted(String element) {
        return '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    // Most values need no escaping and are appended as a whole.
    private void escape(String value) {
        int taken = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            String escaped = c > '\\' ? null : escaped(c);
            if (escaped != null) {
                text.append(value, taken, i).append(escaped);
                taken = i + 1;
            }
        }
        if (taken == 0) {
            text.append(value);
        } else {
            text.append(value, taken, value.length());
        }
    }

    private static @Nullable String escaped(char c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> null;
        };
    }
}
