package io.counterpart.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import org.slf4j.LoggerFactory;

import io.counterpart.stack.process.DirectoryCleaner;
import io.counterpart.stack.process.ManagedProcess;
import io.counterpart.stack.process.PidFile;
import io.counterpart.stack.process.PortCheck;
import io.counterpart.stack.process.Program;
import io.counterpart.stack.process.StackException;
import io.counterpart.stack.process.StackPort;

/** Starts a stack: first the database and the broker, then HQ, then the channels. */
final class StackStarter {

    private static final String PID_FILE = "stack.pid";

    private final StackOptions options;
    private final StartListener listener;
    private final PidFile pids;
    private final StackProcesses processes;
    private final LocalStack stack;
    private final ControlEndpoint control;
    private final Thread onExit;

    private StackStarter(StackOptions options, StartListener listener, PidFile pids) {
        this.options = options;
        this.listener = listener;
        this.pids = pids;
        this.processes = new StackProcesses(
                programs(options), options.ports(), pids, options.data().resolve("logs"), listener);
        this.stack = new LocalStack(options, processes, this::release);
        this.control = new ControlEndpoint(processes, options.ports().of(StackPort.CONTROL));
        this.onExit = new Thread(this::end, "stack-end");
    }

    static StackStarter of(StackOptions options, StartListener listener) {
        PidFile pids = PidFile.claim(options.data().resolve(PID_FILE));
        return new StackStarter(options, listener, pids);
    }

    LocalStack run() {
        Runtime.getRuntime().addShutdownHook(onExit);
        try {
            clear();
            PortCheck.requireFree(options.ports(), neededPorts());
            processes.all().forEach(ManagedProcess::beginRun);
            // Initializes logging first: two threads that find it uninitialized would each get a warning.
            LoggerFactory.getILoggerFactory();
            startTogether(List.of("postgres", "kafka"));
            startTogether(List.of("hq"));
            startTogether(options.channelDatabases());
            startTogether(options.layout().identityProviders());
            // Second instances start after the first ones, which migrate the databases.
            startTogether(options.layout().seconds());
            new ConfigurationWait(stack).await();
            control.start();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private static List<Program> programs(StackOptions options) {
        var programs = new StackPrograms(options, ProjectRoot.find());
        StackLayout layout = options.layout();
        var all = new ArrayList<>(List.of(programs.postgres(), programs.kafka()));
        layout.instances("hq").forEach(process -> all.add(programs.hq(process)));
        for (String database : layout.channelDatabases()) {
            layout.instances(database).forEach(process -> all.add(programs.channel(process, database)));
        }
        layout.identityProviders().forEach(process -> all.add(programs.identityProvider()));
        return all;
    }

    private List<StackPort> neededPorts() {
        Stream<StackPort> children = processes.all().stream().flatMap(process -> process.program().ports().stream());
        return Stream.concat(children, Stream.of(StackPort.CONTROL)).toList();
    }

    private void clear() {
        if (!options.fresh()) {
            return;
        }
        try (var entries = Files.list(options.data())) {
            for (Path entry : entries.filter(path -> !path.endsWith(PID_FILE)).toList()) {
                DirectoryCleaner.delete(entry);
            }
        } catch (IOException e) {
            throw new StackException("Cannot delete the old data: %s.".formatted(e.getMessage()), e);
        }
    }

    private void startTogether(List<String> names) {
        CompletableFuture<?>[] starts = names.stream()
                .map(name -> CompletableFuture.runAsync(() -> start(name)))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(starts).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackException failure ? failure : e;
        }
    }

    private void start(String name) {
        ManagedProcess process = processes.find(name).orElseThrow();
        long begin = System.nanoTime();
        process.start();
        listener.started(process.program().title(), Duration.ofNanos(System.nanoTime() - begin));
    }

    private void end() {
        listener.ending();
        stack.close();
    }

    // Idempotent, like the shutdown of the stack itself.
    private void release() {
        control.close();
        pids.release();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // The JVM is shutting down: this is the hook.
        }
    }
}
