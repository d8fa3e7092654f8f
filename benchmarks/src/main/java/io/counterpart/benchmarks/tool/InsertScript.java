package io.counterpart.benchmarks.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The transaction of a creation as plain SQL: the statements that the channel service sends, with a real customer's values. */
public final class InsertScript {

    private static final String COLUMNS = """
            select column_name from information_schema.columns
            where table_schema = 'public' and table_name = ? and is_identity = 'NO'
            order by ordinal_position
            """;

    // The id is made by the first statement, in the order of time as the service makes them, and kept for the others.
    private static final String LOG = """
            with made as materialized (select set_config('bench.id', uuidv7()::text, true) as id),
            logged as (
            insert into async_operation (id, aggregatetype, aggregateid, aggregateversion, type, payload, traceparent, created_at)
            select uuidv7(), 'cdx.p-0001', made.id, 1, 'CREATE_CUSTOMER', %s::json, null, now() from made
            returning replication_counter)
            insert into async_operation_queue (replication_counter) select replication_counter from logged""";

    private final Database database;

    /** Takes the values from a database of a channel that has the customer. */
    public InsertScript(Database database) {
        this.database = database;
    }

    /** The statements, in order; the first and the last begin and end the transaction. */
    public List<String> statements(String customer) {
        var statements = new ArrayList<String>();
        statements.add("begin");
        statements.add(LOG.formatted(literal(database.text(
                        "select payload from async_operation where aggregateid = ? and type = 'CREATE_CUSTOMER'",
                        customer)
                .orElseThrow())));
        for (String table : List.of("customer", "customer_address", "customer_contact")) {
            statements.add(insert(table, customer));
        }
        statements.add("commit");
        return statements;
    }

    private String insert(String table, String customer) {
        List<String> columns = database.texts(COLUMNS, table);
        Map<String, List<String>> values =
                columns.stream().collect(Collectors.toMap(column -> column, column -> values(table, column, customer)));
        int rows = values.getOrDefault(columns.get(0), List.of()).size();
        return IntStream.range(0, rows)
                .mapToObj(row -> columns.stream()
                        .map(column -> value(
                                column, values.getOrDefault(column, List.of()).get(row)))
                        .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(
                        ", ", "insert into %s (%s) values ".formatted(table, String.join(", ", columns)), ""));
    }

    private List<String> values(String table, String column, String customer) {
        return database.texts(
                "select coalesce(%s::text, '\\N') from %s where async_customer_id = ?::uuid".formatted(column, table),
                customer);
    }

    private static String value(String column, String value) {
        return switch (column) {
            case "async_customer_id" -> "current_setting('bench.id')::uuid";
            case "sync_status" -> "'PENDING_SYNC'";
            case "account_number", "uploaded_at", "staged_at", "converted_at", "returned_at" -> "null";
            case "created_at" -> "now()";
            default -> value.equals("\\N") ? "null" : literal(value);
        };
    }

    // pgbench takes a colon before a letter for a variable, within quotes too.
    private static String literal(String value) {
        return "'" + value.replace("'", "''").replaceAll(":(?=\\w)", ": ") + "'";
    }
}
