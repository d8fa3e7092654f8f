package io.counterpart.channel.download;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** An update of many rows in one statement, with one array per column for any number of rows. */
record UnnestUpdateStatement(String sql, List<CustomerColumn> columns) {

    /**
     * @param template with placeholders for the growth of the version, the further assignments, the arrays and the
     *     names of the columns
     * @param growth by how much the version grows, in SQL
     * @param assigned columns that are assigned as received
     */
    static UnnestUpdateStatement of(
            String template, String growth, List<CustomerColumn> columns, List<CustomerColumn> assigned) {
        String assignments = assigned.stream()
                .map(column -> ",\n    %s = s.%s%s"
                        .formatted(column.name(), column.name(), column.isArray() ? "::" + column.type() : ""))
                .collect(Collectors.joining());
        String arrays = columns.stream()
                .map(column -> "?::" + elementType(column) + "[]")
                .collect(Collectors.joining(", "));
        String names = columns.stream().map(CustomerColumn::name).collect(Collectors.joining(", "));
        return new UnnestUpdateStatement(template.formatted(growth, assignments, arrays, names), columns);
    }

    PreparedStatement bind(Connection connection, List<ReceivedSnapshot> rows) throws SQLException {
        PreparedStatement update = connection.prepareStatement(sql);
        int parameter = 0;
        for (CustomerColumn column : columns) {
            Object[] values = rows.stream()
                    .map(column.value())
                    .map(UnnestUpdateStatement::text)
                    .toArray();
            update.setArray(++parameter, connection.createArrayOf(elementType(column), values));
        }
        return update;
    }

    // Nested arrays would need equal lengths, so an array is passed as text and cast in the assignment.
    private static String elementType(CustomerColumn column) {
        return column.isArray() ? "text" : column.type();
    }

    private static @Nullable Object text(@Nullable Object value) {
        if (value instanceof Collection<?> array) {
            return array.stream()
                    .map(element ->
                            '"' + element.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
