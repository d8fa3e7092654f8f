package io.counterpart.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the process that listens on a port, if the system reports it: on Linux, from /proc. */
final class PortOwner {

    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final String LISTENING = "0A";

    private PortOwner() {}

    static Optional<ProcessHandle> of(int port) {
        Set<String> sockets = TABLES.stream()
                .flatMap(PortOwner::lines)
                .map(line -> line.trim().split("\\s+", -1))
                .filter(columns -> isListening(columns, port))
                .map(columns -> "socket:[" + columns[9] + "]")
                .collect(Collectors.toSet());
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> holdsAny(process, sockets))
                        .findFirst();
    }

    private static boolean isListening(String[] columns, int port) {
        return columns.length > 9 && columns[1].endsWith(":%04X".formatted(port)) && columns[3].equals(LISTENING);
    }

    private static boolean holdsAny(ProcessHandle process, Set<String> sockets) {
        try (var descriptors = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return descriptors.map(PortOwner::target).anyMatch(sockets::contains);
        } catch (IOException e) {
            // The process has ended or belongs to another user, so it cannot be named.
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
