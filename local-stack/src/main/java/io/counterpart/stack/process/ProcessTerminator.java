package io.counterpart.stack.process;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Ends processes and waits until they have exited. */
final class ProcessTerminator {

    private static final long GRACE_SECONDS = 20;

    private ProcessTerminator() {}

    static void gracefully(ProcessHandle process) {
        gracefully(process, ProcessHandle::destroy);
    }

    /** Requests the process to end; kills it if it does not end in time. */
    static void gracefully(ProcessHandle process, Consumer<ProcessHandle> ask) {
        List<ProcessHandle> children = process.descendants().toList();
        ask.accept(process);
        if (!endedWithin(process, GRACE_SECONDS)) {
            forcibly(process);
        }
        children.forEach(ProcessTerminator::kill);
    }

    /** Kills the process and all its descendants, the parent first, so that it has no time to react. */
    static void forcibly(ProcessHandle process) {
        List<ProcessHandle> children = process.descendants().toList();
        kill(process);
        children.forEach(ProcessTerminator::kill);
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        endedWithin(process, GRACE_SECONDS);
    }

    private static boolean endedWithin(ProcessHandle process, long seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new StackException("Cannot wait for the end of process " + process.pid(), e);
        }
    }
}
