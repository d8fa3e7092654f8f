package io.counterpart.benchmarks.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The transaction of a creation as plain SQL, with the values of customers that the service created: as many different
 * ones as the requests have, since new names and emails are what makes an index expensive.
 *
 * @param statements in order; the first and the last begin and end the transaction, the others contain a number below
 *     {@code customers} for {@link #NUMBER}, once
 */
public record InsertTransactionScript(List<String> statements, int customers) {

    static final String NUMBER = ":n";

    private static final String CHOSEN =
            "(select async_customer_id, (row_number() over () - 1)::int as n from (select async_customer_id from customer order by 1 desc limit %d) newest)";
    private static final List<String> TABLES = List.of("customer", "customer_address", "customer_contact");
    private static final String LOG = "async_operation";

    private static final String COLUMNS = """
            select column_name from information_schema.columns
            where table_schema = 'public' and table_name = ? and is_identity = 'NO'
            order by ordinal_position
            """;

    // The first statement generates the id, ordered by time as those of the service, and stores it for the others.
    private static final String LOGGED = """
            with made as materialized (select set_config('bench.id', uuidv7()::text, true) as id),
            logged as (
            insert into async_operation (id, aggregatetype, aggregateid, aggregateversion, type, payload, traceparent, created_at)
            select uuidv7(), 'cdx.p-0001', made.id, 1, 'CREATE_CUSTOMER', t.payload, null, now()
            from made, bench.async_operation t where t.n = :n
            returning replication_counter)
            insert into async_operation_queue (replication_counter) select replication_counter from logged""";

    /** Copies the newest customers of one database to another with the same tables, as the values to insert there. */
    public static InsertTransactionScript copyNewest(Database from, Database to, int customers) {
        to.execute("create schema bench");
        String chosen = CHOSEN.formatted(customers);
        for (String table : TABLES) {
            copyNewest(from, to, table, "join %s chosen using (async_customer_id)".formatted(chosen));
        }
        copyNewest(
                from,
                to,
                LOG,
                "join %s chosen on aggregateid = async_customer_id::text and type = 'CREATE_CUSTOMER'"
                        .formatted(chosen));
        var statements = new ArrayList<>(List.of("begin", LOGGED));
        TABLES.forEach(table -> statements.add(insert(to.texts(COLUMNS, table), table)));
        statements.add("commit");
        return new InsertTransactionScript(statements, (int) to.number("select count(*) from bench.customer"));
    }

    private static void copyNewest(Database from, Database to, String table, String join) {
        to.execute("create unlogged table bench.%1$s as select 0 as n, * from %1$s limit 0".formatted(table));
        from.copy("(select chosen.n, %1$s.* from %1$s %2$s)".formatted(table, join), to, "bench." + table);
        to.execute("create index on bench.%1$s (n); analyze bench.%1$s".formatted(table));
    }

    private static String insert(List<String> columns, String table) {
        return "insert into %1$s (%2$s) select %3$s from bench.%1$s t where t.n = :n"
                .formatted(
                        table,
                        String.join(", ", columns),
                        columns.stream().map(InsertTransactionScript::value).collect(Collectors.joining(", ")));
    }

    private static String value(String column) {
        return switch (column) {
            case "async_customer_id" -> "current_setting('bench.id')::uuid";
            case "sync_status" -> "'PENDING_SYNC'";
            case "account_number", "uploaded_at", "staged_at", "converted_at", "returned_at" -> "null";
            case "created_at" -> "now()";
            default -> "t." + column;
        };
    }
}
