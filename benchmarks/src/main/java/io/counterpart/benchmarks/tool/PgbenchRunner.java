package io.counterpart.benchmarks.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.counterpart.stack.process.StackException;
import io.counterpart.stack.process.ToolRun;

/**
 * PostgreSQL's own load generator, if it is installed as a system package; the embedded PostgreSQL does not contain it.
 */
public final class PgbenchRunner {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private final Path program;
    private final Path directory;

    private PgbenchRunner(Path program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /** Finds pgbench; its scripts and logs are stored in the directory. */
    public static Optional<PgbenchRunner> find(Path directory) throws IOException {
        var candidates = new ArrayList<Path>();
        for (String path : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            candidates.add(Path.of(path, "pgbench"));
        }
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                versions.sorted().forEach(version -> candidates.add(version.resolve("bin/pgbench")));
            }
        }
        return candidates.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .map(found -> new PgbenchRunner(found, directory));
    }

    /** Runs the script with this number of connections. */
    public ClosedLoop.Throughput run(
            int port, String database, int clients, Duration span, InsertTransactionScript script) throws IOException {
        clear();
        var command = new ArrayList<String>(
                List.of(program.toString(), "-n", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", "postgres"));
        command.addAll(List.of("-M", "prepared", "-j", "2", "-c", Integer.toString(clients)));
        command.addAll(List.of("-T", Long.toString(span.toSeconds()), "-l"));
        command.add("--log-prefix=" + directory.resolve("log"));
        Path file = directory.resolve("script.sql");
        Files.writeString(
                file,
                "\\set n random(0, %d)%n%s;%n"
                        .formatted(script.customers() - 1, String.join(";\n", script.statements())));
        command.addAll(List.of("-f", file.toString()));
        command.add(database);
        ToolRun run = ToolRun.run(command);
        Matcher tps = TPS.matcher(run.output());
        if (!run.succeeded() || !tps.find()) {
            throw new StackException("pgbench could not be run:%n%s".formatted(run.output()));
        }
        return throughput(Double.parseDouble(tps.group(1)));
    }

    private ClosedLoop.Throughput throughput(double perSecond) throws IOException {
        List<Double> millis = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path log : files.filter(file -> file.getFileName().toString().startsWith("log"))
                    .toList()) {
                // Client, transaction number, microseconds, script, and the timestamp in two parts.
                Files.readAllLines(log).forEach(line -> millis.add(Long.parseLong(line.split(" ", -1)[2]) / 1e3));
            }
        }
        millis.sort(Double::compare);
        return new ClosedLoop.Throughput(
                perSecond, millis.get(millis.size() / 2), millis.get((int) (millis.size() * 0.99)));
    }

    private void clear() throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
