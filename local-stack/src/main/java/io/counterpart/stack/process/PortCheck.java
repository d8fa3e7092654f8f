package io.counterpart.stack.process;

import java.util.Collection;
import java.util.List;

/** Checks that a port is free before a program starts on it, and reports the owner otherwise. */
public final class PortCheck {

    private static final int SHOWN = 50;

    private PortCheck() {}

    public static void requireFree(PortLayout ports, Collection<StackPort> needed) {
        List<StackPort> taken = needed.stream()
                .filter(port -> !PortLayout.isFree(ports.of(port)))
                .toList();
        if (!taken.isEmpty()) {
            StackPort first = taken.get(0);
            throw new StackException(sentence(first, ports.of(first)) + more(taken.size() - 1));
        }
    }

    private static String more(int count) {
        return count == 0 ? "" : " Other ports in use: %d. --ports=free selects free ports for all.".formatted(count);
    }

    private static String sentence(StackPort port, int number) {
        String owner = PortOwner.of(number).map(PortCheck::describe).orElse("another process");
        return "Port %d for %s is used by %s. Stop it, or choose another port with --%s=<port>."
                .formatted(number, port.listener(), owner, port.option());
    }

    private static String describe(ProcessHandle owner) {
        String command =
                owner.info().commandLine().or(() -> owner.info().command()).orElse("unknown command");
        return "process %d (%s)".formatted(owner.pid(), shortened(command));
    }

    private static String shortened(String command) {
        // The end of a command is more informative than its middle: it contains the main class, or what a program works
        // on.
        return command.length() <= 2 * SHOWN
                ? command
                : command.substring(0, SHOWN) + " ... " + command.substring(command.length() - SHOWN);
    }
}
