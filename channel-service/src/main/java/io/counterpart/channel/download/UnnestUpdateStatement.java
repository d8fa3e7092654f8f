package io.counterpart.channel.download;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The update of any number of customers in one statement, with one array per column. */
record UnnestUpdateStatement(String sql, List<CustomerColumn> columns) {

    // greatest: after a restore from an older backup HQ has applied more operations than are stored here.
    private static final String TEMPLATE = """
            update customer c
            set account_number = coalesce(s.account_number, c.account_number),
                sync_status = s.sync_status,
                last_sync_error = s.last_sync_error,
                uploaded_at = coalesce(s.uploaded_at, c.uploaded_at),
                staged_at = coalesce(s.staged_at, c.staged_at),
                converted_at = coalesce(s.converted_at, c.converted_at),
                returned_at = coalesce(c.returned_at, s.returned_at),
                applied_operation = greatest(s.applied_operation, c.applied_operation),
                last_operation = greatest(s.applied_operation, c.last_operation),
                hq_version = s.hq_version,
                blocked = s.blocked,
                snapshot_at = s.snapshot_at,
                applied_operations = s.applied_operations,
                changed_at = s.changed_at,
                erased_at = coalesce(c.erased_at, s.erased_at),
                version = c.version + %s%s
            from unnest(%s) as s (%s)
            where c.async_customer_id = s.async_customer_id
            """;

    // The version covers what users enter: a state that arrives does not make an ETag stale. Edits lock the row and
    // read it again, so that they do not overwrite a state either.
    static final UnnestUpdateStatement STATE = of("0", CustomerColumn.STATE, List.of());

    static final UnnestUpdateStatement WHOLE = of(
            """
            (s.parts_changed or (c.type, c.title, c.first_name, c.middle_name, c.last_name, c.organization_name, c.email,
                  c.phone, c.language, c.currency_code, c.customer_group, c.receipt_option, c.receipt_email,
                  c.mobile, c.url, c.vat_number, c.invoice_account, c.opt_out_personalization,
                  c.opt_out_web_activity_tracking, c.identity_issuer, c.identity_subject, c.affiliations, c.attributes)
                is distinct from (s.type, s.title, s.first_name, s.middle_name, s.last_name, s.organization_name, s.email,
                  s.phone, s.language, s.currency_code, s.customer_group, s.receipt_option, s.receipt_email,
                  s.mobile, s.url, s.vat_number, s.invoice_account, s.opt_out_personalization,
                  s.opt_out_web_activity_tracking, s.identity_issuer, s.identity_subject, s.affiliations::varchar[], s.attributes))::int""",
            Stream.of(CustomerColumn.STATE, CustomerColumn.CONTENT, List.of(CustomerColumn.PARTS_CHANGED))
                    .flatMap(List::stream)
                    .toList(),
            CustomerColumn.CONTENT);

    /**
     * Fills the placeholders of the template: the growth of the version, the further assignments, the arrays and the
     * names of the columns.
     *
     * @param growth by how much the version grows, in SQL
     * @param assigned columns that are assigned as received
     */
    private static UnnestUpdateStatement of(
            String growth, List<CustomerColumn> columns, List<CustomerColumn> assigned) {
        String assignments = assigned.stream()
                .map(column -> ",\n    %s = s.%s%s"
                        .formatted(column.name(), column.name(), column.isArray() ? "::" + column.type() : ""))
                .collect(Collectors.joining());
        String arrays = columns.stream()
                .map(column -> "?::" + elementType(column) + "[]")
                .collect(Collectors.joining(", "));
        String names = columns.stream().map(CustomerColumn::name).collect(Collectors.joining(", "));
        return new UnnestUpdateStatement(TEMPLATE.formatted(growth, assignments, arrays, names), columns);
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
