package io.counterpart.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.counterpart.stack.process.ManagedProcess;
import io.counterpart.stack.process.PidFile;
import io.counterpart.stack.process.PortLayout;
import io.counterpart.stack.process.Program;
import io.counterpart.stack.process.StackPort;

/** The child processes of a stack by name, in start order. */
final class StackProcesses {

    private final Map<String, ManagedProcess> byName = new LinkedHashMap<>();
    private final PortLayout ports;

    StackProcesses(List<Program> programs, PortLayout ports, PidFile pids, Path logs, StartListener listener) {
        this.ports = ports;
        for (Program program : programs) {
            byName.put(
                    program.name(),
                    new ManagedProcess(
                            program, ports, pids, logs, died -> listener.died(program.name(), died.logFile())));
        }
    }

    Optional<ManagedProcess> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<ManagedProcess> all() {
        return List.copyOf(byName.values());
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    List<ProcessView> views() {
        return byName.values().stream().map(this::view).toList();
    }

    ProcessView view(ManagedProcess process) {
        var numbers = new LinkedHashMap<String, Integer>();
        for (StackPort port : process.program().ports()) {
            numbers.put(port.option(), ports.of(port));
        }
        var pid = process.pid();
        return new ProcessView(
                process.program().name(), pid.isPresent() ? pid.getAsLong() : null, process.state(), numbers);
    }

    /** Stops in reverse start order: the services stop before the database and the broker that they write to. */
    void close() {
        var newestFirst = new ArrayList<>(byName.values());
        Collections.reverse(newestFirst);
        newestFirst.forEach(ManagedProcess::close);
    }
}
