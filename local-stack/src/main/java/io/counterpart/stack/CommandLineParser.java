package io.counterpart.stack;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.counterpart.stack.process.Port;
import io.counterpart.stack.process.Ports;
import io.counterpart.stack.process.StackFailure;

/** Reads {@code --name=value}; a name without a value means {@code true}. */
final class CommandLineParser {

    private static final Set<String> SERVICES = Set.of("hq", "harbor", "online");
    private static final int HIGHEST_PORT = 65_535;

    private final Map<String, String> values = new LinkedHashMap<>();

    static boolean asksForHelp(List<String> arguments) {
        return arguments.contains("--help") || arguments.contains("-h");
    }

    CommandLine parse(List<String> arguments) {
        arguments.forEach(this::read);
        boolean exit = flag("tour.exit").orElse(false);
        boolean tour = flag("tour").orElse(true);
        if (exit && !tour) {
            throw new StackFailure("--tour.exit=true needs the tour: leave --tour=false out.");
        }
        return new CommandLine(stack(), tour, exit);
    }

    private StackOptions stack() {
        StackOptions stack = StackOptions.usual().withFresh(flag("fresh").orElse(false));
        if (values.containsKey("data")) {
            stack = stack.withData(Path.of(value("data")));
        }
        if (value("ports").equals("free")) {
            stack = stack.withPorts(Ports.free());
        } else if (values.containsKey("ports")) {
            throw new StackFailure("--ports=%s is not known: only --ports=free is.".formatted(value("ports")));
        }
        for (Port port : Port.values()) {
            if (values.containsKey(port.option())) {
                stack = stack.withPort(port, number(port.option()));
            }
        }
        for (String service : SERVICES) {
            if (values.containsKey(service + ".jvm")) {
                stack = stack.withJvmArguments(service, value(service + ".jvm").split(" +", -1));
            }
        }
        return stack;
    }

    private void read(String argument) {
        String[] parts = argument.split("=", 2);
        String name = parts[0].startsWith("--") ? parts[0].substring(2) : "";
        if (!Help.names().contains(name)) {
            throw new StackFailure("There is no option %s; there are %s."
                    .formatted(
                            parts[0],
                            String.join(
                                    ", ",
                                    Help.names().stream().map("--"::concat).toList())));
        }
        values.put(name, parts.length == 2 ? parts[1] : "true");
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }

    private Optional<Boolean> flag(String name) {
        if (!values.containsKey(name)) {
            return Optional.empty();
        }
        if (!Arrays.asList("true", "false").contains(value(name))) {
            throw new StackFailure("--%s=%s is neither true nor false.".formatted(name, value(name)));
        }
        return Optional.of(Boolean.valueOf(value(name)));
    }

    private int number(String name) {
        try {
            int number = Integer.parseInt(value(name));
            if (number > 0 && number <= HIGHEST_PORT) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is none of a port.
        }
        throw new StackFailure("--%s=%s is not a port: 1 to %d.".formatted(name, value(name), HIGHEST_PORT));
    }
}
