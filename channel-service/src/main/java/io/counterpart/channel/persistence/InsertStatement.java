package io.counterpart.channel.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.messaging.MessageJson;

/** An insert into a table with its columns and their values. */
public final class InsertStatement<T> {

    private final String table;
    private final List<Column<T>> columns;

    // The columns are named, so that an older version of the service leaves a new column to its default.
    public InsertStatement(String table, List<Column<T>> columns) {
        this.table = table;
        this.columns = columns;
    }

    /**
     * A column and the source of its value.
     *
     * @param parameter with the cast that PostgreSQL needs, if any
     */
    public record Column<T>(String name, String parameter, Function<T, @Nullable Object> value) {

        /** The same column for rows that contain the source of its value. */
        public <R> Column<R> in(Function<R, T> source) {
            return new Column<>(name, parameter, row -> value.apply(source.apply(row)));
        }
    }

    public static <T> Column<T> column(String name, Function<T, @Nullable Object> value) {
        return new Column<>(name, "?", value);
    }

    public static <T> Column<T> json(String name, Function<T, Map<String, Object>> value) {
        return new Column<>(name, "?::jsonb", row -> MessageJson.write(value.apply(row)));
    }

    public String sql(int rows) {
        return "insert into %s (%s) values %s"
                .formatted(
                        table,
                        columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                        String.join(", ", Collections.nCopies(rows, parameters())));
    }

    /** Binds a row after {@code others} parameters; returns the number of parameters bound so far. */
    public int bind(PreparedStatement statement, int others, T row) throws SQLException {
        int index = others;
        for (Column<T> column : columns) {
            bindValue(statement, ++index, column.value().apply(row));
        }
        return index;
    }

    private String parameters() {
        return columns.stream().map(Column::parameter).collect(Collectors.joining(", ", "(", ")"));
    }

    private static void bindValue(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.OTHER);
        } else if (value instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else if (value instanceof Instant instant) {
            statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof List<?> texts) {
            statement.setArray(index, statement.getConnection().createArrayOf("text", texts.toArray()));
        } else {
            statement.setObject(index, value);
        }
    }
}
