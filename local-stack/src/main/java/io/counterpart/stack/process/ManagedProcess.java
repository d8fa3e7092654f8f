package io.counterpart.stack.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** One child process of the stack, which can be started, stopped and killed separately, any number of times. */
public final class ManagedProcess {

    // On two busy cores with five other services, a start takes more than two minutes.
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);
    private static final int LOG_LINES_SHOWN = 12;

    private final Program program;
    private final PortLayout ports;
    private final PidFile pids;
    private final LogFile log;
    private final Consumer<ManagedProcess> onDeath;

    private volatile @Nullable Process process;
    private volatile ProcessState state = ProcessState.STOPPED;
    private volatile boolean closing;

    public ManagedProcess(
            Program program, PortLayout ports, PidFile pids, Path logDirectory, Consumer<ManagedProcess> onDeath) {
        this.program = program;
        this.ports = ports;
        this.pids = pids;
        this.log = new LogFile(logDirectory.resolve(program.name() + ".log"));
        this.onDeath = onDeath;
    }

    public Program program() {
        return program;
    }

    public ProcessState state() {
        return state;
    }

    public Path logFile() {
        return log.path();
    }

    public OptionalLong pid() {
        Process current = process;
        return current != null && current.isAlive() ? OptionalLong.of(current.pid()) : OptionalLong.empty();
    }

    /** Renames the log of the previous run; called once, before the first start. */
    public void beginRun() {
        try {
            log.rotate();
        } catch (IOException e) {
            throw new StackException("Cannot create the log file " + log.path(), e);
        }
    }

    /** Returns when the program is ready; has no effect on a running one. */
    public void start() {
        start(List.of());
    }

    /** The JVM arguments apply to this start only; a program that does not run on a JVM ignores them. */
    public synchronized void start(List<String> jvmArguments) {
        if (state == ProcessState.RUNNING) {
            return;
        }
        refuseWhileClosing();
        PortCheck.requireFree(ports, program.ports());
        state = ProcessState.STARTING;
        try {
            Process started = launch(jvmArguments);
            awaitReady(started);
            program.whenReady();
            state = ProcessState.RUNNING;
            watch(started);
        } catch (IOException e) {
            throw new StackException("Cannot start %s: %s.".formatted(program.title(), e.getMessage()), e);
        } finally {
            if (state == ProcessState.STARTING) {
                kill();
            }
        }
    }

    public synchronized void stop() {
        end(running -> ProcessTerminator.gracefully(running, program::requestStop));
    }

    /** Kills the process and all its descendants without a graceful shutdown. */
    public synchronized void kill() {
        end(ProcessTerminator::forcibly);
    }

    /** Aborts a start that is in progress; no other start can begin. */
    public void close() {
        closing = true;
        stop();
    }

    private void end(Consumer<ProcessHandle> how) {
        Process running = process;
        state = ProcessState.STOPPED;
        if (running != null) {
            how.accept(running.toHandle());
            pids.remove(program.name());
        }
        process = null;
    }

    private Process launch(List<String> jvmArguments) throws IOException {
        log.mark();
        var builder = new ProcessBuilder(DetachedProcess.command(program.command(jvmArguments)));
        program.environment(builder.environment());
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(nothing()));
        Process started = builder.start();
        process = started;
        pids.put(program.name(), started.toHandle());
        return started;
    }

    private void awaitReady(Process started) throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!program.isReady()) {
            refuseWhileClosing();
            if (!started.isAlive()) {
                throw new StackException("%s exited during startup (status %d).%s"
                        .formatted(program.title(), started.exitValue(), lastOutput()));
            }
            if (System.nanoTime() > deadline) {
                throw new StackException("%s was not ready after %d seconds.%s"
                        .formatted(program.title(), START_LIMIT.toSeconds(), lastOutput()));
            }
            pause();
        }
    }

    private void watch(Process started) {
        CompletableFuture<Process> exit = started.onExit();
        // The returned future only reports the outcome of whenDied.
        var unused = exit.thenAccept(this::whenDied);
    }

    private void whenDied(Process ended) {
        if (ended.equals(process) && state == ProcessState.RUNNING) {
            state = ProcessState.DIED;
            onDeath.accept(this);
        }
    }

    private String lastOutput() {
        return " Last lines of %s:%n    %s"
                .formatted(
                        log.path(),
                        String.join(System.lineSeparator() + "    ", log.lastLinesSinceMark(LOG_LINES_SHOWN)));
    }

    private void refuseWhileClosing() {
        if (closing) {
            throw new StackException("%s was not started because the stack is stopping.".formatted(program.title()));
        }
    }

    private static File nothing() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_QUESTIONS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
