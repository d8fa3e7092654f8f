package io.counterpart.stack.process;

import java.util.Collection;
import java.util.List;

/** Sees to it that a port is free before anybody is started on it, and says who has it otherwise. */
public final class PortCheck {

    private PortCheck() {}

    public static void requireFree(Ports ports, Collection<Port> needed) {
        List<String> taken = needed.stream()
                .filter(port -> !Ports.isFree(ports.of(port)))
                .map(port -> sentence(port, ports.of(port)))
                .toList();
        if (!taken.isEmpty()) {
            throw new StackFailure(String.join("\n", taken));
        }
    }

    private static String sentence(Port port, int number) {
        String owner = PortOwner.of(number).map(PortCheck::describe).orElse("another process");
        return "Port %d, which %s needs, is taken by %s: end it, or choose another port with --%s=<port>."
                .formatted(number, port.listener(), owner, port.option());
    }

    private static String describe(ProcessHandle owner) {
        String command =
                owner.info().commandLine().or(() -> owner.info().command()).orElse("unknown command");
        return "process %d (%s)".formatted(owner.pid(), shortened(command));
    }

    private static String shortened(String command) {
        return command.length() <= 100 ? command : command.substring(0, 97) + "...";
    }
}
