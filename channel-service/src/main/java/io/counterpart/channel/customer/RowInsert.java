package io.counterpart.channel.customer;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.wire.WireJson;

/** An insert into a table, column by column. */
final class RowInsert<T> {

    private final String sql;
    private final List<Column<T>> columns;

    // The columns are named, so that a version that does not know a new one leaves it to its default.
    RowInsert(String table, List<Column<T>> columns) {
        this.columns = columns;
        this.sql = "insert into %s (%s) values (%s)"
                .formatted(
                        table,
                        columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                        columns.stream().map(Column::parameter).collect(Collectors.joining(", ")));
    }

    /**
     * A column and where its value comes from.
     *
     * @param parameter with the cast that PostgreSQL needs, if any
     */
    record Column<T>(String name, String parameter, Function<T, @Nullable Object> value) {}

    static <T> Column<T> column(String name, Function<T, @Nullable Object> value) {
        return new Column<>(name, "?", value);
    }

    static <T> Column<T> json(String name, Function<T, Map<String, Object>> value) {
        return new Column<>(name, "?::jsonb", row -> WireJson.write(value.apply(row)));
    }

    String sql() {
        return sql;
    }

    void bind(PreparedStatement statement, T row) throws SQLException {
        int index = 0;
        for (Column<T> column : columns) {
            bind(statement, ++index, column.value().apply(row));
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
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
