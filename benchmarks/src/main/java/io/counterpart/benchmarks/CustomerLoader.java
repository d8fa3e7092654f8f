package io.counterpart.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.counterpart.stack.LocalStack;
import io.counterpart.stack.StackOptions;
import io.counterpart.stack.options.Arguments;
import io.counterpart.stack.process.StackException;

/** Loads customers into a stack and prints the throughput; see {@code README.md} beside this module's sources. */
public final class CustomerLoader {

    private static final Path OWN_DATA = Path.of("benchmarks", "target", "stack");

    private CustomerLoader() {}

    public static void main(String[] arguments) throws InterruptedException {
        List<String> commandLine = Arrays.asList(arguments);
        if (Arguments.askForHelp(commandLine)) {
            System.out.print(LoadOptions.help());
            return;
        }
        try {
            System.exit(run(LoadOptions.parse(commandLine)) ? 0 : 1);
        } catch (StackException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
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
                    "No channel service answers at %s: start the stack (./mvnw -q spring-boot:run), or say --own.stack=true."
                            .formatted(target.till().http().address()),
                    e);
        }
    }
}
