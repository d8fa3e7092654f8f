package io.counterpart.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.counterpart.stack.options.Arguments;
import io.counterpart.stack.process.PortLayout;
import io.counterpart.stack.process.StackException;
import io.counterpart.stack.process.StackPort;

/** Parses the command line of the launcher. */
final class CommandLineParser {

    private static final List<String> SERVICES = List.of("hq", "harbor", "online");
    private static final int HIGHEST_PORT = 65_535;

    private final Arguments arguments;

    private CommandLineParser(Arguments arguments) {
        this.arguments = arguments;
    }

    static CommandLine parse(List<String> arguments) {
        return new CommandLineParser(Arguments.read(arguments, HelpText.names())).commandLine();
    }

    private CommandLine commandLine() {
        boolean exit = arguments.flag("tour.exit").orElse(false);
        boolean tour = arguments.flag("tour").orElse(true);
        if (exit && !tour) {
            throw new StackException("--tour.exit=true requires the tour. Remove --tour=false.");
        }
        return new CommandLine(stack(), tour, exit);
    }

    private static String[] services(String names) {
        String[] services = names.split(",", -1);
        if (!SERVICES.containsAll(List.of(services))) {
            throw new StackException("Invalid value --twice=%s. Use hq, harbor or online.".formatted(names));
        }
        return services;
    }

    private StackOptions stack() {
        StackOptions stack = StackOptions.usual()
                .withFresh(arguments.flag("fresh").orElse(false))
                .withPorts(ports());
        Optional<String> data = arguments.text("data");
        if (data.isPresent()) {
            stack = stack.withData(Path.of(data.get()));
        }
        Optional<String> twice = arguments.text("twice");
        if (twice.isPresent()) {
            stack = stack.withSecondInstanceOf(services(twice.get()));
        }
        for (String service : SERVICES) {
            Optional<String> jvm = arguments.text(service + ".jvm");
            if (jvm.isPresent()) {
                stack = stack.withJvmArguments(service, jvm.get().split(" +", -1));
            }
        }
        return stack;
    }

    private PortLayout ports() {
        Optional<String> which = arguments.text("ports");
        if (which.isPresent() && !which.get().equals("free")) {
            throw new StackException(
                    "Unknown value --ports=%s. The only value is --ports=free.".formatted(which.get()));
        }
        PortLayout ports = which.isPresent() ? PortLayout.free() : PortLayout.usual();
        for (StackPort port : StackPort.values()) {
            Optional<Integer> number = arguments.number(port.option(), "port", HIGHEST_PORT);
            if (number.isPresent()) {
                ports = ports.with(port, number.get());
            }
        }
        return ports;
    }
}
