package io.counterpart.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The processes that run on a data directory: the launcher and its children, one line each. The file survives a
 * launcher that was killed.
 */
public final class PidFile {

    private static final String LAUNCHER = "launcher";

    private final Path path;
    private final Map<String, RecordedProcess> processes = new LinkedHashMap<>();

    private PidFile(Path path) {
        this.path = path;
    }

    /**
     * Claims the data directory for this JVM: fails if another stack is running on it, and ends processes that a killed
     * launcher left behind.
     */
    public static PidFile claim(Path path) {
        List<RecordedProcess> before = read(path);
        launcherAmong(before).ifPresent(launcher -> {
            throw new StackException(
                    ("Another stack (process %d) is already running on %s. Stop it first, or choose another "
                                    + "directory with --data=<directory>.")
                            .formatted(launcher.pid(), path.toAbsolutePath().getParent()));
        });
        stopOrphans(before);
        var file = new PidFile(path);
        file.put(LAUNCHER, ProcessHandle.current());
        return file;
    }

    synchronized void put(String name, ProcessHandle process) {
        processes.put(name, RecordedProcess.of(name, process));
        write();
    }

    synchronized void remove(String name) {
        processes.remove(name);
        write();
    }

    /** Releases the data directory. */
    public synchronized void release() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new StackException("Cannot delete " + path, e);
        }
    }

    private static Optional<RecordedProcess> launcherAmong(List<RecordedProcess> processes) {
        return processes.stream()
                .filter(process -> process.name().equals(LAUNCHER))
                .filter(process -> process.alive().isPresent())
                .findFirst();
    }

    // Stops in reverse start order: the services stop before the database that they write to.
    private static void stopOrphans(List<RecordedProcess> processes) {
        var newestFirst = new ArrayList<>(processes);
        Collections.reverse(newestFirst);
        newestFirst.forEach(process -> process.alive().ifPresent(ProcessTerminator::gracefully));
    }

    private static List<RecordedProcess> read(Path path) {
        try {
            return Files.exists(path)
                    ? Files.readAllLines(path).stream()
                            .map(RecordedProcess::parse)
                            .toList()
                    : List.of();
        } catch (IOException | IllegalArgumentException e) {
            throw new StackException(
                    ("%s is not a valid process list. Check which processes are still running, then delete the "
                                    + "file.")
                            .formatted(path),
                    e);
        }
    }

    private void write() {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Path next = path.resolveSibling(path.getFileName() + ".next");
            Files.writeString(
                    next,
                    processes.values().stream().map(RecordedProcess::line).collect(Collectors.joining("\n", "", "\n")));
            Files.move(next, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StackException("Cannot write " + path, e);
        }
    }
}
