package io.counterpart.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.counterpart.stack.LocalStack;
import io.counterpart.stack.StackOptions;
import io.counterpart.stack.options.CommandLines;
import io.counterpart.stack.options.IntegerRange;
import io.counterpart.stack.process.StackException;

/** Loads customers into a stack and prints how fast it took them; see {@code README.md} beside this module's sources. */
@Command(
        name = "customer-loader",
        sortOptions = false,
        showDefaultValues = true,
        description = "Creates customers over REST, and waits until each has its account number.%n")
public final class CustomerLoader implements Callable<Integer> {

    private static final Path OWN_DATA = Path.of("benchmarks", "target", "stack");
    private static final int CUSTOMERS = 10_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--customers",
            converter = IntegerRange.Count.class,
            description = "Number of customers (default: " + CUSTOMERS + ").")
    private @Nullable Integer customers;

    @Option(names = "--connections", converter = IntegerRange.Count.class, description = "Concurrent connections.")
    private int connections = LoadOptions.CONNECTIONS;

    @Option(
            names = "--rate",
            converter = IntegerRange.Count.class,
            description = "Customers per second, evenly, for --seconds, instead of as fast as possible.")
    private @Nullable Integer rate;

    @Option(names = "--seconds", converter = IntegerRange.Count.class, description = "Duration, with --rate.")
    private int seconds = 60;

    @Option(
            names = "--backlog",
            arity = "0..1",
            fallbackValue = "true",
            description = "Hold P-0001, create all customers, release it, and measure from the release.")
    private boolean backlog;

    @Option(
            names = "--own.stack",
            arity = "0..1",
            fallbackValue = "true",
            description = "Start a fresh stack for the measurement and stop it afterwards.")
    private boolean ownStack;

    @Option(
            names = "--timeout",
            converter = IntegerRange.Count.class,
            description = "Seconds after which missing account numbers are given up.")
    private int timeout = 600;

    @Option(names = "--seed", converter = IntegerRange.Count.class, description = "Seed of the customers.")
    private int seed = 1;

    private CustomerLoader() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return CommandLines.of(new CustomerLoader());
    }

    @Override
    public Integer call() throws InterruptedException {
        return run(options()) ? 0 : 1;
    }

    /** What the parsed options ask for. */
    LoadOptions options() {
        if (rate != null && customers != null) {
            throw invalid("--rate goes with --seconds, not with --customers.");
        }
        if (rate != null && backlog) {
            throw invalid("--rate and --backlog are two different measurements: choose one.");
        }
        int count = customers == null ? CUSTOMERS : customers;
        return new LoadOptions(
                rate == null ? count : rate * seconds,
                connections,
                rate == null ? 0 : rate,
                backlog,
                ownStack,
                Duration.ofSeconds(timeout),
                seed);
    }

    private ParameterException invalid(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    private static boolean run(LoadOptions options) throws InterruptedException {
        if (!options.ownStack()) {
            return load(Target.usual(), options);
        }
        System.out.println("Starting a stack for the measurement.");
        try (LocalStack stack =
                LocalStack.start(StackOptions.onFreePorts(OWN_DATA).withFresh(true))) {
            return load(Target.of(stack), options);
        }
    }

    private static boolean load(Target target, LoadOptions options) throws InterruptedException {
        requireReachable(target);
        LoadReport report = new LoadTest(target, options).run();
        System.out.println();
        System.out.print(report.text(options.customers()));
        return report.isComplete(options.customers());
    }

    private static void requireReachable(Target target) {
        try {
            target.till().configuration().expect(200);
        } catch (IOException e) {
            throw new StackException(
                    "No channel service answers at %s: start the stack (./mvnw -q spring-boot:run), or use --own.stack."
                            .formatted(target.till().http().address()),
                    e);
        }
    }
}
