package io.counterpart.stack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The result of a program that was run until it exited.
 *
 * @param output of both of its streams
 */
public record ToolRun(int exitStatus, String output) {

    public static ToolRun run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new ToolRun(process.waitFor(), output);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running %s".formatted(command.get(0)), e);
        }
    }

    public boolean succeeded() {
        return exitStatus == 0;
    }
}
