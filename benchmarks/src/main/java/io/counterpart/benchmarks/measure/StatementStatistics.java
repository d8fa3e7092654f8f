package io.counterpart.benchmarks.measure;

import io.counterpart.benchmarks.tool.Database;

/** PostgreSQL's statement statistics. */
record StatementStatistics(String jdbcUrl) {

    private static final String DEAREST = """
            select format('%%9s ms %%7s calls %%9s rows %%6s us/customer  %%s  %%s',
              round(total_exec_time), calls, rows, round((total_exec_time * 1000 / %d)::numeric, 1), datname,
              left(regexp_replace(query, '\\s+', ' ', 'g'), 110))
            from pg_stat_statements join pg_database on pg_database.oid = dbid
            order by total_exec_time desc limit 30
            """;

    static StatementStatistics of(BenchmarkContext scene) {
        return new StatementStatistics(scene.stack().jdbcUrl("postgres"));
    }

    void reset() {
        try (var database = new Database(jdbcUrl)) {
            database.execute("create extension if not exists pg_stat_statements");
            database.text("select pg_stat_statements_reset()");
        }
    }

    /** Prints the most expensive statements since the reset, with their cost per customer. */
    void print(int customers) {
        try (var database = new Database(jdbcUrl)) {
            System.out.println();
            database.texts(DEAREST.formatted(customers)).forEach(System.out::println);
        }
    }
}
