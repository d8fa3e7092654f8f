package io.counterpart.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;

import io.counterpart.stack.LocalStack;
import io.counterpart.stack.StackOptions;

/** One running system for all scenarios of the JVM, on free ports, with its own data directory. */
final class SharedStack {

    private SharedStack() {}

    static LocalStack get() {
        return Holder.STACK;
    }

    private static LocalStack start() {
        try {
            Path data = Files.createDirectories(Path.of("target", "stack"));
            LocalStack stack = LocalStack.start(
                    StackOptions.onFreePorts(data).withFresh(true).withStorefront());
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            return stack;
        } catch (java.io.IOException e) {
            throw new IllegalStateException("No place for the data of the stack", e);
        }
    }

    private static final class Holder {
        static final LocalStack STACK = start();
    }
}
