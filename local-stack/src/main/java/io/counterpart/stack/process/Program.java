package io.counterpart.stack.process;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A program that a {@link ManagedProcess} runs: its command and its readiness check. */
public interface Program {

    /** The name in the control endpoint and of the log file, for example {@code hq}. */
    String name();

    /** The display name, for example {@code HQ}. */
    String title();

    List<StackPort> ports();

    /** Prepares what the program needs and returns its command. Called before each start. */
    List<String> command(List<String> jvmArguments) throws IOException;

    /** Adds variables to the environment of the process. */
    default void environment(Map<String, String> environment) {}

    /** Checks once. */
    boolean isReady();

    /** Runs the steps that require a running program; called after each start. */
    default void whenReady() {}

    /** Requests the process to end, without waiting for it. */
    default void requestStop(ProcessHandle process) {
        process.destroy();
    }
}
