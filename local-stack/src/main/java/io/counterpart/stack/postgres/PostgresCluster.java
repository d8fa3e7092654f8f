package io.counterpart.stack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.zonky.test.db.postgres.util.LinuxUtils;

import io.counterpart.stack.process.DirectoryCleaner;
import io.counterpart.stack.process.StackException;
import io.counterpart.stack.process.ToolRun;

/** The data directory of a PostgreSQL server and the programs that work on it. */
final class PostgresCluster {

    private static final String MAJOR_VERSION = "18";

    private final PostgresBinaries binaries;
    private final Path data;

    PostgresCluster(PostgresBinaries binaries, Path data) {
        this.binaries = binaries;
        this.data = data;
    }

    Path data() {
        return data;
    }

    List<String> command(String program, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        // PostgreSQL refuses to run as root: in a separate user namespace, root becomes the user nobody.
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.program(program));
        command.addAll(arguments);
        return command;
    }

    /** Creates the data directory on the first start. */
    void prepare() throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (!Files.exists(version)) {
            initialize();
        } else if (!Files.readString(version).strip().equals(MAJOR_VERSION)) {
            throw new StackException("The data in %s belongs to PostgreSQL %s, not %s. Start with --fresh=true."
                    .formatted(data, Files.readString(version).strip(), MAJOR_VERSION));
        }
        removeStalePid();
    }

    /** Whether this build of PostgreSQL accepts the setting. */
    boolean accepts(String setting) throws IOException {
        return ToolRun.run(command("postgres", List.of("-D", data.toString(), "-c", setting, "-C", "port")))
                .succeeded();
    }

    // Initializes a temporary directory first, so that an interrupted start leaves nothing incomplete.
    private void initialize() throws IOException {
        Path next = data.resolveSibling(data.getFileName() + ".next");
        DirectoryCleaner.delete(next);
        Files.createDirectories(next.getParent());
        ToolRun initdb = ToolRun.run(command(
                "initdb",
                List.of(
                        "-D",
                        next.toString(),
                        "--username=postgres",
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8")));
        if (!initdb.succeeded()) {
            throw new StackException(
                    "PostgreSQL cannot create its data directory %s:%n%s".formatted(data, initdb.output()));
        }
        Files.move(next, data);
    }

    // After a kill, the pid in the file may belong to another program, which PostgreSQL would take for its own server.
    private void removeStalePid() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (Files.exists(file) && !ownerRuns(Files.readAllLines(file))) {
            Files.delete(file);
        }
    }

    private static boolean ownerRuns(List<String> lines) {
        return !lines.isEmpty()
                && ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                        .flatMap(process -> process.info().command())
                        .filter(command -> command.contains("postgres"))
                        .isPresent();
    }
}
