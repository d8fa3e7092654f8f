package io.counterpart.benchmarks.tool;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Copies customers that the services created, by SQL in their own schema: a million realistic rows in seconds. The
 * templates are in {@code bench.template}, the ids of the copies in {@code bench.batch}.
 */
final class RowMultiplier {

    private static final String COLUMNS = """
            select column_name from information_schema.columns
            where table_schema = 'public' and table_name = ? and is_identity = 'NO' and is_generated = 'NEVER'
            order by ordinal_position
            """;

    // Ordered before the ids are generated: a join returns all copies of a template together, and the newest customers
    // would have a handful of names.
    private static final String BATCH = """
            drop table if exists bench.batch;
            create unlogged table bench.batch as
              select c.*, uuidv7() as id, uuidv7() as operation
              from (
                select g, g / (select count(*) from bench.template) as copy, t.id as template,
                  t.operation as template_operation
                from generate_series(%1$d, %2$d) g
                join bench.template t on t.n = g %% (select count(*) from bench.template)
                order by g) c;
            analyze bench.batch
            """;

    private final Database database;
    private int made;

    /** The query returns the customers to copy: {@code n} from 0, {@code id}, {@code operation}. */
    RowMultiplier(Database database, String templates) {
        this.database = database;
        database.execute("drop schema if exists bench cascade; create schema bench");
        database.execute("create table bench.template as " + templates);
    }

    /** Generates ids for the next batch. */
    void next(int count) {
        database.execute(BATCH.formatted(made + 1, made + count));
        made += count;
    }

    /**
     * Copies the rows of a table for each customer of the batch.
     *
     * @param join how a row of the table ({@code t}) relates to one of the batch ({@code b})
     * @param different the columns that are not copied, as SQL
     */
    void insert(String table, String join, Map<String, String> different) {
        List<String> columns = database.texts(COLUMNS, table);
        String values = columns.stream()
                .map(column -> different.getOrDefault(column, "t." + column))
                .collect(Collectors.joining(", "));
        database.execute("insert into %1$s (%2$s) select %3$s from bench.batch b join %1$s t on %4$s order by b.g"
                .formatted(table, String.join(", ", columns), values, join));
    }

    void execute(String sql) {
        database.execute(sql);
    }

    int templates() {
        return (int) database.number("select count(*) from bench.template");
    }
}
