package io.counterpart.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import io.counterpart.stack.options.CommandLines;
import io.counterpart.stack.options.IntegerRange;
import io.counterpart.stack.process.PortLayout;
import io.counterpart.stack.process.StackPort;

/** The command line of the local stack. */
@Command(
        name = "counterpart",
        sortOptions = false,
        description = "Starts PostgreSQL, Kafka, HQ and two channel services, then runs a guided tour.%n",
        footer = "%nWith Maven: ./mvnw -q spring-boot:run -Dspring-boot.run.arguments=\"--fresh=true --hq.port=8180\"")
final class StackCommand implements Callable<Integer> {

    private static final List<String> SERVICES = List.of("hq", "harbor", "online");

    private final CommandSpec spec;

    @Option(
            names = "--fresh",
            arity = "0..1",
            fallbackValue = "true",
            description = "Delete the data of earlier runs first.")
    private boolean fresh;

    @Option(names = "--tour", arity = "0..1", fallbackValue = "true", description = "false: skip the guided tour.")
    private boolean tour = true;

    @Option(
            names = "--tour.exit",
            arity = "0..1",
            fallbackValue = "true",
            description = "Exit after the tour, with status 0 if all steps passed, otherwise 1.")
    private boolean exitAfterTour;

    @Option(names = "--data", description = "Directory for data and logs (default: .local-stack in the project).")
    private @Nullable Path data;

    @Option(names = "--ports", description = "free: use free ports instead of the defaults.")
    private @Nullable String ports;

    @Option(
            names = "--twice",
            split = ",",
            description = "Services to run with a second instance, for example hq,harbor.")
    private List<String> twice = List.of();

    @Option(names = "--hq.jvm", description = "Additional JVM arguments for HQ, separated by spaces.")
    private @Nullable String hqJvm;

    @Option(names = "--harbor.jvm", description = "Additional JVM arguments for channel service harbor.")
    private @Nullable String harborJvm;

    @Option(names = "--online.jvm", description = "Additional JVM arguments for channel service online.")
    private @Nullable String onlineJvm;

    private StackCommand() {
        spec = CommandSpec.forAnnotatedObject(this);
        for (StackPort port : StackPort.values()) {
            spec.addOption(OptionSpec.builder(nameOf(port))
                    .type(int.class)
                    .converters(new IntegerRange.Port())
                    .paramLabel("<port>")
                    .description("Port of %s (default: %d).".formatted(port.listener(), port.usual()))
                    .build());
        }
    }

    static CommandLine commandLine() {
        return CommandLines.of(new StackCommand().spec);
    }

    @Override
    public Integer call() {
        StackOptions stack = options();
        if (exitAfterTour && !tour) {
            throw invalid("--tour.exit=true requires the tour. Remove --tour=false.");
        }
        return new Launcher(stack, tour, exitAfterTour).run();
    }

    /** What the parsed options ask for. */
    StackOptions options() {
        if (!SERVICES.containsAll(twice)) {
            throw invalid("Invalid value --twice=%s. Use hq, harbor or online.".formatted(String.join(",", twice)));
        }
        StackOptions stack =
                StackOptions.usual().withFresh(fresh).withPorts(portLayout()).withStorefront();
        if (data != null) {
            stack = stack.withData(data);
        }
        if (!twice.isEmpty()) {
            stack = stack.withSecondInstanceOf(twice.toArray(String[]::new));
        }
        stack = withJvm(stack, "hq", hqJvm);
        stack = withJvm(stack, "harbor", harborJvm);
        return withJvm(stack, "online", onlineJvm);
    }

    private static StackOptions withJvm(StackOptions stack, String service, @Nullable String arguments) {
        return arguments == null ? stack : stack.withJvmArguments(service, arguments.split(" +", -1));
    }

    private PortLayout portLayout() {
        if (ports != null && !ports.equals("free")) {
            throw invalid("Unknown value --ports=%s. The only value is --ports=free.".formatted(ports));
        }
        PortLayout layout = ports == null ? PortLayout.usual() : PortLayout.free();
        var parsed = spec.commandLine().getParseResult();
        for (StackPort port : StackPort.values()) {
            Integer number = parsed.matchedOptionValue(nameOf(port), null);
            if (number != null) {
                layout = layout.with(port, number);
            }
        }
        return layout;
    }

    private static String nameOf(StackPort port) {
        return "--" + port.option();
    }

    private ParameterException invalid(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
