package io.counterpart.faults.system;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.counterpart.stack.process.ToolRun;

/** Suspends a process with all its children at any point of execution, and resumes them. */
final class ProcessSignals {

    private ProcessSignals() {}

    static void pause(long pid) throws IOException {
        send("-STOP", pid);
    }

    static void resume(long pid) throws IOException {
        send("-CONT", pid);
    }

    private static void send(String signal, long pid) throws IOException {
        var command = new ArrayList<>(List.of("kill", signal));
        ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .forEach(process -> command.add(Long.toString(process.pid())));
        if (command.size() > 2) {
            ToolRun.run(command);
        }
    }
}
