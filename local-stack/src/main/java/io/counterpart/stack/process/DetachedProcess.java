package io.counterpart.stack.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts a child out of reach of the terminal's Ctrl-C, which goes to every process of the foreground group: only the
 * launcher receives it, and stops the children in order.
 */
final class DetachedProcess {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Path SHELL = Path.of("/bin/sh");

    private DetachedProcess() {}

    static List<String> command(List<String> command) {
        if (Files.isExecutable(SETSID)) {
            return prefixed(Stream.of(SETSID.toString()), command);
        }
        if (Files.isExecutable(SHELL)) {
            // An ignored signal stays ignored in the program that replaces the shell.
            return prefixed(Stream.of(SHELL.toString(), "-c", "trap '' INT; exec \"$0\" \"$@\""), command);
        }
        return command;
    }

    private static List<String> prefixed(Stream<String> prefix, List<String> command) {
        return Stream.concat(prefix, command.stream()).toList();
    }
}
