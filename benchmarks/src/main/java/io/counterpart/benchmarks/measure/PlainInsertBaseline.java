package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.counterpart.benchmarks.tool.ClosedLoop;
import io.counterpart.benchmarks.tool.ClosedLoop.Throughput;
import io.counterpart.benchmarks.tool.Database;
import io.counterpart.benchmarks.tool.InsertTransactionScript;
import io.counterpart.benchmarks.tool.JdbcScript;
import io.counterpart.benchmarks.tool.PgbenchRunner;
import io.counterpart.stack.ProjectRoot;
import io.counterpart.stack.process.StackPort;

/** The inserts and commits of creations without the service, in a separate database with the same schema. */
record PlainInsertBaseline(Optional<PgbenchRunner> pgbench, int port, String jdbcUrl, InsertTransactionScript script) {

    private static final String DATABASE = "plain_inserts";
    private static final Path MIGRATIONS = Path.of("channel-service", "src", "main", "resources", "db", "migration");

    /** Call this after the service has created customers of all kinds. */
    static PlainInsertBaseline prepare(BenchmarkContext scene) throws IOException {
        String jdbcUrl = scene.stack().jdbcUrl(DATABASE);
        try (Database channel = scene.channelDatabase()) {
            channel.execute("drop database if exists " + DATABASE);
            channel.execute("create database " + DATABASE);
            try (Database plain = new Database(jdbcUrl)) {
                for (Path migration : migrations()) {
                    plain.execute(Files.readString(migration));
                }
                return new PlainInsertBaseline(
                        PgbenchRunner.find(scene.data().resolve("pgbench")),
                        scene.stack().ports().of(StackPort.POSTGRES),
                        jdbcUrl,
                        InsertTransactionScript.copyNewest(channel, plain, RequestBodies.DIFFERENT));
            }
        }
    }

    /** The name of the tool that does the inserts, to distinguish the two in the results. */
    String name() {
        return pgbench.isPresent() ? "pgbench" : "a JDBC loop (no pgbench here)";
    }

    Throughput run(int clients, Duration span) throws IOException, InterruptedException {
        if (pgbench.isPresent()) {
            return pgbench.get().run(port, DATABASE, clients, span, script);
        }
        return new ClosedLoop(clients, span).run(() -> new JdbcScript(jdbcUrl, script));
    }

    private static List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(ProjectRoot.find().resolve(MIGRATIONS))) {
            return files.sorted().toList();
        }
    }
}
