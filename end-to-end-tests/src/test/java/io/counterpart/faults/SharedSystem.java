package io.counterpart.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import io.counterpart.faults.system.FaultySystem;

/** One system under fault for all tests of the JVM: starting it takes longer than most of them. */
final class SharedSystem {

    private SharedSystem() {}

    static FaultySystem get() {
        return Holder.SYSTEM;
    }

    private static FaultySystem start() {
        FaultySystem system = FaultySystem.start(Path.of("target", "faulty-stack"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(system)));
        return system;
    }

    private static void close(FaultySystem system) {
        try {
            system.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final FaultySystem SYSTEM = start();
    }
}
