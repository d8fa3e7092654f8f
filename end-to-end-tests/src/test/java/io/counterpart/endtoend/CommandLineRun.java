package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the program {@code counterpart} said, run as a process of its own with its own environment.
 *
 * @param messages standard error
 */
record CommandLineRun(int exitCode, String output, String messages) {

    private static final int LONGEST_SECONDS = 60;

    static CommandLineRun of(Map<String, String> environment, String... arguments) throws IOException {
        try (Started started = start(environment, arguments)) {
            return started.ended();
        }
    }

    static Started start(Map<String, String> environment, String... arguments) throws IOException {
        Path out = Files.createTempFile("counterpart", ".out");
        Path err = Files.createTempFile("counterpart", ".err");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.counterpart.command.CounterpartCommand"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("COUNTERPART_"));
        builder.environment().putAll(environment);
        return new Started(builder.start(), out, err);
    }

    CommandLineRun expect(int exit) {
        assertThat(exitCode).as(output + messages).isEqualTo(exit);
        return this;
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(output);
    }

    /** A process that may still be running; ends with its files when it is closed. */
    record Started(Process process, Path out, Path err) implements AutoCloseable {

        CommandLineRun ended() throws IOException {
            try {
                assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS))
                        .as("counterpart ends in time")
                        .isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
            return new CommandLineRun(process.exitValue(), Files.readString(out), messages());
        }

        String messages() throws IOException {
            return Files.readString(err);
        }

        /** SIGKILL: the program cannot do anything about it. */
        CommandLineRun killed() throws IOException {
            process.destroyForcibly();
            return ended();
        }

        @Override
        public void close() throws IOException {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }
}
