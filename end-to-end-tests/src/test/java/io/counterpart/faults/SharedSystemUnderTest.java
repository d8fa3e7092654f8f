package io.counterpart.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import io.counterpart.faults.system.SystemUnderTest;

/** One system under test for all tests of the JVM, because its start takes longer than most of them. */
final class SharedSystemUnderTest {

    private SharedSystemUnderTest() {}

    static SystemUnderTest get() {
        return Holder.SYSTEM;
    }

    private static SystemUnderTest start() {
        SystemUnderTest system = SystemUnderTest.start(Path.of("target", "faulty-stack"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(system)));
        return system;
    }

    private static void close(SystemUnderTest system) {
        try {
            system.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final SystemUnderTest SYSTEM = start();
    }
}
